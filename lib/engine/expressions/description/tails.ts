/** What an activation does far out, read off samples up to |x| = 10⁸: a judgement, not a proof. */
import { lastBefore, WINDOW } from './window'

export type Tail =
  /** Approaches value, or the line slope·x + intercept. */
  | { kind: 'constant'; value: number }
  | { kind: 'line'; slope: number; intercept: number }
  /** Goes to +∞ or −∞ otherwise than along a line. */
  | { kind: 'unbounded'; sign: 1 | -1 }
  | { kind: 'oscillates' }
  /** Not a number out there, or no pattern seen. */
  | { kind: 'unknown' }

/** Pre-activations that a network which has lost its way may still reach. */
const FARTHEST = 1e4

/** The last x on a side, up to ±10⁴, at which all of the functions are finite; null where they are throughout. */
export function finiteUntil(functions: readonly ((x: number) => number)[], side: 1 | -1): number | null {
  const fails = (x: number) => functions.some((f) => !Number.isFinite(f(x)))
  for (let inside = WINDOW.to; inside < FARTHEST; inside *= 1.25) {
    const outside = Math.min(inside * 1.25, FARTHEST)
    if (fails(side * outside)) return lastBefore(side * inside, side * outside, fails, 1e-6)
  }
  return null
}

const DISTANCES = [1e2, 1e4, 1e6, 1e8]

/** `side` is 1 for x → ∞, −1 for x → −∞. */
export function tailOf(value: (x: number) => number, side: 1 | -1): Tail {
  const far = DISTANCES.map((distance) => value(side * distance))
  if (far.some(Number.isNaN)) return { kind: 'unknown' }
  const last = far[far.length - 1] as number
  if (!Number.isFinite(last)) return { kind: 'unbounded', sign: last > 0 ? 1 : -1 }
  if (oscillates(value, side)) return { kind: 'oscillates' }
  const slopes = DISTANCES.map((distance) => (value(side * 2 * distance) - value(side * distance)) / (side * distance))
  const slope = neat(slopes[2] as number, 1e-4)
  if (!settles(slopes, 1e-4)) return grows(far)
  // At 10⁸ the line itself has only eight digits left for the intercept, so that is read nearer.
  const rests = DISTANCES.map((distance, i) => (far[i] as number) - slope * side * distance)
  if (!settles(rests.slice(0, 3), 1e-2)) return grows(far)
  const intercept = neat(slope === 0 ? (rests[3] as number) : (rests[2] as number), 1e-4)
  return slope === 0 ? { kind: 'constant', value: intercept } : { kind: 'line', slope, intercept }
}

/** Rounded to six decimals where that is within `tolerance` of a whole hundredth: 0.9999999 is 1. */
function neat(v: number, tolerance: number): number {
  const round = Math.round(v * 100) / 100
  return Math.abs(v - round) < tolerance * 0.01 ? round + 0 : v
}

/** Steps get smaller, and the last is small. */
function settles(values: readonly number[], tolerance: number): boolean {
  const steps = values.slice(1).map((v, i) => Math.abs(v - (values[i] as number)))
  const last = steps[steps.length - 1] as number
  return last <= tolerance && steps.every((step, i) => i === 0 || step <= (steps[i - 1] as number) + 1e-9)
}

function grows(far: readonly number[]): Tail {
  const steps = far.slice(1).map((v, i) => v - (far[i] as number))
  if (steps.every((step) => step > 0)) return { kind: 'unbounded', sign: 1 }
  if (steps.every((step) => step < 0)) return { kind: 'unbounded', sign: -1 }
  return { kind: 'unknown' }
}

/** Whether second differences change sign again and again between 1,000 and 1,050. */
function oscillates(value: (x: number) => number, side: 1 | -1): boolean {
  const y = Array.from({ length: 400 }, (_, i) => value(side * (1000 + i * 0.1234)))
  let [changes, sign] = [0, 0]
  for (let i = 2; i < y.length; i++) {
    const bend = (y[i] as number) - 2 * (y[i - 1] as number) + (y[i - 2] as number)
    if (Math.abs(bend) < 1e-9 * (1 + Math.abs(y[i] as number))) continue
    if (sign !== 0 && Math.sign(bend) !== sign) changes++
    sign = Math.sign(bend)
  }
  return changes > 4
}
