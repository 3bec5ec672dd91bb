/**
 * The largest value of a function on stretches of x, from above by intervals and from below by samples: the stretch with
 * the highest upper end is halved again and again (branch and bound) until both agree.
 */
import type { Stretch } from '../language/problem'

export interface Bound {
  /** No value is above this; ∞ where intervals say nothing. */
  upper: number
  /** The largest value seen, and where. */
  reached: number
  at: number
}

interface Box extends Stretch {
  upper: number
}

/** `upperOn(from, to)` bounds the function there from above; `valueAt` is the function. Stops at 1e-9 relative. */
export function boundAbove(
  stretches: readonly Stretch[],
  upperOn: (from: number, to: number) => number,
  valueAt: (x: number) => number,
  budget: number,
): Bound {
  let reached = Number.NEGATIVE_INFINITY
  let at = stretches[0]?.from ?? 0
  const look = (x: number) => {
    const value = valueAt(x)
    if (value > reached) [reached, at] = [value, x]
  }
  const boxOn = (from: number, to: number): Box => {
    look((from + to) / 2)
    return { from, to, upper: upperOn(from, to) }
  }
  for (const { from, to } of stretches) {
    look(from)
    look(to)
  }
  const boxes = stretches.map(({ from, to }) => boxOn(from, to))
  const enough = () => reached + 1e-9 * Math.max(Math.abs(reached), 1e-300)
  for (let used = 0; used < budget; used++) {
    const worst = boxes.reduce((a, b) => (b.upper > a.upper ? b : a))
    const middle = (worst.from + worst.to) / 2
    if (worst.upper <= enough() || !(middle > worst.from && middle < worst.to)) break
    const left = boxOn(worst.from, middle)
    const right = boxOn(middle, worst.to)
    // A half is never worse than the whole.
    left.upper = Math.min(left.upper, worst.upper)
    right.upper = Math.min(right.upper, worst.upper)
    Object.assign(worst, left)
    boxes.push(right)
  }
  return { upper: Math.max(reached, ...boxes.map((box) => box.upper)), reached, at }
}
