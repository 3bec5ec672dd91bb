/**
 * Where a formula's pieces meet: the borders of conditions, ties of max and min, zeros under abs and roots. Looked for by
 * sign changes on the window's grid, and between its points until intervals exclude any other or too many were looked at.
 */

import { Differentiator } from '../differentiate'
import { evaluator } from '../evaluate'
import { type Algebra, type Formula, inOrder } from '../formula'
import { encloser } from './enclosure'
import { GRID, signChange, unclearStretches, WINDOW } from './window'

export interface Breaks {
  /** Inside the window, rising. Not all are felt: `kinksOf` says which. */
  at: number[]
  /** Whether it is proven that the value jumps nowhere else. */
  complete: boolean
}

/** A condition such as sin(100x) > 0 has no end of borders. */
const MOST_BREAKS = 1000
/** Intervals looked at for each kind of border. */
const BUDGET = 800

export function breaksOf(formula: Formula, algebra: Algebra): Breaks {
  const found = new Set<number>()
  let complete = true
  for (const { difference, mayJump } of bordersOf(formula, algebra)) {
    if (difference.operation === 'number') continue
    const f = evaluator(difference)
    const { points, areAll } = pointsBetweenZeros(difference, algebra)
    const values = points.map(f)
    for (let i = 0; i + 1 < points.length && found.size < MOST_BREAKS; i++) {
      const [x, next] = [points[i] as number, points[i + 1] as number]
      const [a, b] = [values[i] as number, values[i + 1] as number]
      const before = values[i - 1] ?? Number.NaN
      // A run of zeros has only its ends as borders.
      if (a === 0 && (before !== 0 || b !== 0)) found.add(x)
      else if (a * b < 0) found.add(signChange(f, x, next))
    }
    complete &&= !mayJump || (areAll && found.size < MOST_BREAKS)
  }
  const inside = [...found].filter((x) => x > WINDOW.from && x < WINDOW.to)
  return { at: inside.sort((a, b) => a - b), complete }
}

/** The grid, and as many points more as it takes that between two neighbours f is 0 at most once, by intervals. */
function pointsBetweenZeros(f: Formula, algebra: Algebra): { points: number[]; areAll: boolean } {
  const points = new Set(GRID)
  const [on, slopeOn] = [encloser(f), encloser(new Differentiator(algebra).slope(f))]
  const unclear = unclearStretches((from, to) => {
    points.add(from).add(to)
    const { low, high, safe, settled } = on(from, to)
    if (safe && (low > 0 || high < 0)) return true
    const slope = slopeOn(from, to)
    return safe && settled && slope.safe && slope.settled && (slope.low > 0 || slope.high < 0)
  }, BUDGET)
  return { points: [...points].sort((a, b) => a - b), areAll: unclear.length === 0 }
}

/** What is 0 at a border, and whether the value may jump there. */
function bordersOf(formula: Formula, algebra: Algebra): { difference: Formula; mayJump: boolean }[] {
  return inOrder([formula]).flatMap(({ operation, of }) => {
    const [a, b] = of
    const mayJump = operation === 'less' || operation === 'at-most' || operation === 'sign'
    if (operation === 'abs' || operation === 'sign' || operation === 'sqrt' || operation === 'power')
      return a ? [{ difference: a, mayJump }] : []
    const compares = mayJump || operation === 'min' || operation === 'max'
    return compares && a && b ? [{ difference: algebra.binary('subtract', a, b), mayJump }] : []
  })
}

export interface Kink {
  x: number
  /** Slopes just before and after. */
  left: number
  right: number
  /** How far the value jumps; 0 where it is continuous. */
  jump: number
}

/** Breaks at which the slope or the value differs on both sides. */
export function kinksOf(
  { value, derivative }: { value(x: number): number; derivative(x: number): number },
  breaks: readonly number[],
): Kink[] {
  return breaks.flatMap((x) => {
    const step = 1e-7 * Math.max(1, Math.abs(x))
    // Carried on to x along a straight line.
    const [left, right] = [-1, 1].map((side) => 2 * derivative(x + side * step) - derivative(x + 2 * side * step)) as [
      number,
      number,
    ]
    const steep = 1 + Math.abs(left) + Math.abs(right)
    const rise = value(x + step) - value(x - step)
    const atX = Math.max(Math.abs(value(x) - value(x - step)), Math.abs(value(x + step) - value(x)))
    const jumps = Math.max(atX, Math.abs(rise)) > 1e-5 * steep
    if (!jumps && Math.abs(right - left) <= 1e-5 * steep) return []
    return [{ x, left, right, jump: jumps ? rise : 0 }]
  })
}

/** Whether the value changes at a break by more than rounding explains, be it too little for `kinksOf` to call it a jump. */
export function mayStep(
  { value, derivative }: { value(x: number): number; derivative(x: number): number },
  breaks: readonly number[],
): boolean {
  return breaks.some((x) => {
    const step = 1e-12 * Math.max(1, Math.abs(x))
    const [before, after] = [x - step, x + step]
    const explained = 2 * step * (Math.abs(derivative(before)) + Math.abs(derivative(after)))
    return Math.abs(value(after) - value(before)) > explained + 1e-9 * (1 + Math.abs(value(x)))
  })
}
