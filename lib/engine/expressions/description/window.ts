/** Where an activation is looked at: pre-activations of a network in good order lie well inside. */
import type { Stretch } from '../language/problem'

export const WINDOW: Stretch = { from: -20, to: 20 }

/** Evenly spaced in 64ths, so that 0, whole numbers and halves are hit exactly. */
const STEPS_PER_UNIT = 64

/** The sample points of the window, rising. */
export const GRID: readonly number[] = Array.from(
  { length: (WINDOW.to - WINDOW.from) * STEPS_PER_UNIT + 1 },
  (_, i) => WINDOW.from + i / STEPS_PER_UNIT,
)

/** The last x on `from`'s side where `holds` is as it is at `from`, between `from` and `to` where it is not. */
export function lastBefore(from: number, to: number, holds: (x: number) => boolean, closeEnough = 0): number {
  let [a, b] = [from, to]
  const start = holds(from)
  for (let i = 0; i < 80; i++) {
    const middle = a + (b - a) / 2
    if (middle === a || middle === b || Math.abs(b - a) <= closeEnough) break
    if (holds(middle) === start) a = middle
    else b = middle
  }
  return a
}

/** Where `f` changes sign between `a` and `b`, to the last bit; the end with the smaller value of the two. */
export function signChange(f: (x: number) => number, a: number, b: number): number {
  const rising = f(a) < 0
  const left = lastBefore(a, b, (x) => f(x) < 0 === rising && f(x) !== 0)
  const right = lastBefore(b, a, (x) => f(x) < 0 !== rising && f(x) !== 0)
  // Where f is exactly 0 between the two, all of that is the root: take its middle.
  const middle = left + (right - left) / 2
  if (f(middle) === 0) return middle
  return Math.abs(f(left)) <= Math.abs(f(right)) ? left : right
}

/** A stretch as narrow as this is cut no further. */
const NARROW = 1e-6

/**
 * Cuts the window in halves, and these again, until `isClear` says of every stretch that it is; at most `budget` times.
 * What is left: stretches of which it does not say so.
 */
export function unclearStretches(isClear: (from: number, to: number) => boolean, budget: number): Stretch[] {
  const open: Stretch[] = Array.from({ length: WINDOW.to - WINDOW.from }, (_, i) => ({
    from: WINDOW.from + i,
    to: WINDOW.from + i + 1,
  }))
  const unclear: Stretch[] = []
  for (let used = 0; open.length > 0; used++) {
    // The oldest first: when the budget ends, all stretches are about equally narrow.
    const { from, to } = open.shift() as Stretch
    if (isClear(from, to)) continue
    if (used >= budget || to - from < NARROW) unclear.push({ from, to })
    else {
      const middle = (from + to) / 2
      open.push({ from, to: middle }, { from: middle, to })
    }
  }
  return unclear
}
