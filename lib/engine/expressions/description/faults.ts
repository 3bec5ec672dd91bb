/**
 * The x in the window at which an activation or its slope is no finite number, as training would compute them: every
 * intermediate result a float32. A grid finds broad stretches; where intervals cannot exclude trouble between its
 * points, they are narrowed down and looked into, so a pole between two samples is found too.
 */
import { evaluator } from '../evaluate'
import type { Formula } from '../formula'
import type { Stretch } from '../language/problem'
import { encloser } from './enclosure'
import { GRID, lastBefore, signChange, unclearStretches } from './window'

type Real = (x: number) => number

/** Intervals looked at per formula before the rest is left to samples. */
const BUDGET = 800
/** The ends of what is found, to this. */
const CLOSE = 1e-10

/** `isSound(x)` says whether all is well at x; `formulas` are what it looks at. Rising, disjoint. */
export function faultsOf(formulas: readonly Formula[], isSound: (x: number) => boolean): Stretch[] {
  const poles = new Set<number>()
  const points = new Set(GRID)
  for (const formula of formulas) {
    const enclose = encloser(formula)
    // Where intervals cannot exclude an undefined or infinite result.
    for (const { from, to } of unclearStretches((low, high) => enclose(low, high).safe, BUDGET)) {
      points
        .add(from)
        .add(to)
        .add((from + to) / 2)
      // Where a divisor is 0 there is a pole even if no float32 hits it.
      for (const divisor of enclose(from, to).divisors) {
        const zero = zeroWithin(evaluator(divisor), from, to)
        if (zero === null) continue
        points.add(zero)
        poles.add(zero)
      }
    }
  }
  const isBad = (x: number) => poles.has(x) || !isSound(x)
  return runsOf(
    [...points].sort((a, b) => a - b),
    isBad,
  )
}

/** Where f is 0 in [from, to], crossing or touching; null if it is not, or jumps over 0. */
function zeroWithin(f: Real, from: number, to: number): number | null {
  const [a, b] = [f(from), f(to)]
  const scale = Math.max(Math.abs(a), Math.abs(b))
  const candidate = a * b < 0 ? signChange(f, from, to) : lowest((x) => Math.abs(f(x)), from, to)
  return Math.abs(f(candidate)) <= 1e-6 * scale ? candidate : null
}

/** Where f is least in [from, to], by ternary search; an end, where that is as good. */
function lowest(f: Real, from: number, to: number): number {
  let [a, b] = [from, to]
  for (let i = 0; i < 100; i++) {
    const third = (b - a) / 3
    if (f(a + third) < f(b - third)) b -= third
    else a += third
  }
  return [from, to, (a + b) / 2].reduce((best, x) => (f(x) < f(best) ? x : best))
}

function runsOf(points: readonly number[], isBad: (x: number) => boolean): Stretch[] {
  const runs: Stretch[] = []
  let run: Stretch | null = null
  points.forEach((x, i) => {
    if (!isBad(x)) {
      if (run) run.to = lastBefore(run.to, x, isBad, CLOSE)
      run = null
      return
    }
    const before = points[i - 1]
    if (run) run.to = x
    else {
      run = { from: before === undefined ? x : lastBefore(x, before, isBad, CLOSE), to: x }
      runs.push(run)
    }
  })
  return runs
}
