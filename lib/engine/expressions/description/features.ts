/**
 * What a curve is like to look at: where it is least and greatest, where its slope jumps, where it is as good as flat. For
 * any function that comes with its slope, by samples on [−20, 20] in double precision, refined to the last bits; for a
 * learner's expression `describe.ts` says more, and proves some of it.
 */

import { FLAT_SLOPE } from '../../probes/saturation'
import { type Extreme, extremeOf } from './extremes'
import { type Tail, tailOf } from './tails'
import { GRID, lastBefore } from './window'

export interface CurveFeatures {
  minimum: Extreme
  maximum: Extreme
  tails: { left: Tail; right: Tail }
  /** Where the slope, or the value itself, jumps. */
  breaks: CurveBreak[]
  /** Left of `left` and right of `right` |slope| is below 0.01, as the gauges of saturation count it; null where not. */
  flat: { left: number | null; right: number | null }
}

export interface CurveBreak {
  x: number
  /** How far each jumps there. */
  value: number
  slope: number
}

type Real = (x: number) => number

interface Curve {
  value: Real
  derivative: Real
}

export function featuresOf({ value, derivative }: Curve): CurveFeatures {
  return {
    minimum: extremeOf(-1, value, derivative, GRID),
    maximum: extremeOf(1, value, derivative, GRID),
    tails: { left: tailOf(value, -1), right: tailOf(value, 1) },
    breaks: breaksOn({ value, derivative }),
    flat: { left: flatFrom(derivative, -1), right: flatFrom(derivative, 1) },
  }
}

/** A jump smaller than this is not seen in a picture. */
const SMALLEST_JUMP = 1e-3

function breaksOn({ value, derivative }: Curve): CurveBreak[] {
  const found: CurveBreak[] = []
  for (let i = 0; i + 1 < GRID.length; i++) {
    const [a, b] = [GRID[i] as number, GRID[i + 1] as number]
    for (const f of [derivative, value]) {
      const between = jumpBetween(f, a, b)
      if (between === null) continue
      const [left, right] = between
      const x = near(right)
      // A jump on a grid point may lie between its last bits, on either side of it.
      const known = found[found.length - 1]
      if (known && Math.abs(known.x - x) < 1e-9) continue
      found.push({ x, value: jump(value, left, right), slope: jump(derivative, left, right) })
    }
  }
  return found
}

/** The two neighbouring numbers between which `f` jumps, or null. What is only steep gets flatter as one looks closer. */
function jumpBetween(f: Real, from: number, to: number): [number, number] | null {
  let [a, b, fa, fb] = [from, to, f(from), f(to)]
  const first = Math.abs(fb - fa)
  if (!(first >= SMALLEST_JUMP)) return null
  for (let i = 0; i < 64; i++) {
    const middle = a + (b - a) / 2
    if (middle <= a || middle >= b || b - a < 1e-15) break
    const fm = f(middle)
    if (Math.abs(fm - fa) >= Math.abs(fb - fm)) [b, fb] = [middle, fm]
    else [a, fa] = [middle, fm]
    if (i === 5 && Math.abs(fb - fa) < first / 8) return null
  }
  return Math.abs(fb - fa) >= SMALLEST_JUMP ? [a, b] : null
}

function jump(f: Real, left: number, right: number): number {
  const size = f(right + 1e-9) - f(left - 1e-9)
  return Math.abs(size) < SMALLEST_JUMP / 2 ? 0 : size
}

/** The outermost x at which the slope is not flat any more. */
function flatFrom(derivative: Real, side: 1 | -1): number | null {
  const isFlat = (x: number) => Math.abs(derivative(x)) < FLAT_SLOPE
  const inwards = side === 1 ? [...GRID].reverse() : GRID
  const first = inwards.findIndex((x) => !isFlat(x))
  // Flat all over, or not even at the end.
  if (first <= 0) return null
  return near(lastBefore(inwards[first - 1] as number, inwards[first] as number, isFlat))
}

/** 0, 3 or 6 where only the last bits say otherwise. */
function near(x: number): number {
  const round = Math.round(x * 1e6) / 1e6
  return Math.abs(x - round) < 1e-11 ? round + 0 : x
}
