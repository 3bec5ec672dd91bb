/** Least and greatest value of an activation on the window, and where; and its Lipschitz bound there. */
import type { Stretch } from '../language/problem'
import { boundAbove } from './bound'
import type { Enclosure } from './enclosure'
import type { Evidence } from './slope-shape'
import { signChange, WINDOW } from './window'

export interface Extreme {
  value: number
  /** Where it is taken; the place nearest 0 if there are several. */
  at: number
  /** `edge`: at −20 or 20, so it may go on outside; `flat`: taken on a whole stretch. */
  attained: 'inside' | 'edge' | 'flat'
}

export interface LipschitzBound {
  /** Largest |f(a) − f(b)| / |a − b| on the window; ∞ where f jumps. */
  value: number
  /** `bounded`: no larger one exists. `sampled`: the largest slope found; a larger one may exist. */
  evidence: Evidence
}

type Real = (x: number) => number

/** The extreme in direction `sign` (1 greatest, −1 least), from samples refined by the zeros of the slope. */
export function extremeOf(sign: 1 | -1, value: Real, derivative: Real, points: readonly number[]): Extreme {
  const better = (a: number, b: number) => sign * (value(a) - value(b))
  let best = points[0] as number
  points.forEach((x, i) => {
    const [before, after] = [points[i - 1] ?? x, points[i + 1] ?? x]
    const candidate = better(x, before) >= 0 && better(x, after) >= 0 ? refined(before, x, after) : x
    const gain = better(candidate, best)
    if (gain > 0 || (gain === 0 && Math.abs(candidate) < Math.abs(best))) best = candidate
  })
  return { value: value(best), at: best, attained: attained() }

  function refined(before: number, x: number, after: number): number {
    const turns = sign * derivative(before) > 0 && sign * derivative(after) < 0
    if (!turns) return x
    const top = signChange(derivative, before, after)
    return better(top, x) >= 0 ? top : x
  }

  function attained(): Extreme['attained'] {
    const near = points.filter((x) => Math.abs(x - best) < 0.1 && x !== best)
    if (near.some((x) => better(x, best) === 0)) return 'flat'
    return best === WINDOW.from || best === WINDOW.to ? 'edge' : 'inside'
  }
}

const BUDGET = 600
/** A bound this many times what was seen is worse than saying what was seen. */
const HOPELESS = 2

/**
 * The largest |f′|: on each stretch the interval of f′, or, where f′ is smooth, its value in the middle plus the interval
 * of f″ times the half-width (the mean value form), whichever is narrower.
 */
export function lipschitzOf(
  pieces: readonly Stretch[],
  derivative: Real,
  slopeOn: (low: number, high: number) => Enclosure,
  bendOn: ((low: number, high: number) => Enclosure) | null,
): LipschitzBound {
  const steepestOn = (low: number, high: number) => {
    const s = slopeOn(low, high)
    if (!s.safe) return Number.POSITIVE_INFINITY
    const natural = Math.max(Math.abs(s.low), Math.abs(s.high))
    if (!s.settled || !bendOn) return natural
    const bend = bendOn(low, high)
    if (!bend.safe || !bend.settled) return natural
    const middle = slopeOn((low + high) / 2, (low + high) / 2)
    const reach = ((high - low) / 2) * Math.max(Math.abs(bend.low), Math.abs(bend.high)) * (1 + 1e-12)
    return Math.min(natural, Math.max(Math.abs(middle.low), Math.abs(middle.high)) + reach)
  }
  const bound = boundAbove(pieces, steepestOn, (x) => Math.abs(derivative(x)), BUDGET)
  if (bound.upper <= HOPELESS * bound.reached || bound.upper === 0) return { value: bound.upper, evidence: 'bounded' }
  return { value: bound.reached, evidence: 'sampled' }
}
