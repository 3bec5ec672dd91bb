import { evenPart, nearestPower, oddPart, remainder } from '../exponential-parts'
import { add, div, k, type Lanes, larger, mul, mulAdd, powerOfTwo, smaller, sub } from '../vocabulary'

/** Below LOW the gate is 0, above HIGH it is 1. */
const LOW = -87.6
const HIGH = 15

/**
 * x·tanh(ln(1 + eˣ)), the gate being n/(n + 2) with n = eˣ(eˣ + 2) (so no log is needed), and eˣ = u/v being a fraction
 * itself: gate = u(u + 2v)/(u(u + 2v) + 2v²).
 */
export function mishValue(x: Lanes): Lanes {
  const right = larger(x, k(LOW))
  const a = smaller(right, k(HIGH))
  const sum = nearestPower(a)
  const r = remainder(a, sum)
  const even = evenPart(r)
  const odd = oddPart(r)
  const half = mul(powerOfTwo(sum), add(even, odd))
  const v = sub(even, odd)
  // Of ½u, which is 0 before it is subnormal: ½u(½u + v) against ½v².
  const n = mul(half, add(half, v))
  return mul(right, div(n, mulAdd(mul(v, v), k(0.5), n)))
}

/** gate + xσ(x)(1 − gate²). */
export function mishSlope(x: Lanes): Lanes {
  const a = smaller(larger(x, k(LOW)), k(HIGH))
  const sum = nearestPower(a)
  const r = remainder(a, sum)
  const even = evenPart(r)
  const odd = oddPart(r)
  const half = mul(powerOfTwo(sum), add(even, odd))
  const v = sub(even, odd)
  const n = mul(half, add(half, v))
  const gate = div(n, mulAdd(mul(v, v), k(0.5), n))
  const whole = add(half, half)
  const s = div(whole, add(v, whole))
  return add(gate, mul(mul(a, s), sub(k(1), mul(gate, gate))))
}
