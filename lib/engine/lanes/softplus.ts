import { evenPart, nearestPower, oddPart, remainder } from './exponential-parts'
import { abs, add, div, k, type Lanes, larger, mul, mulAdd, neg, powerOfTwo, sub } from './vocabulary'

/** ln((1 + s)/(1 − s))/s as a polynomial in s² ≤ 1/9: minimax (our own Remez exchange), relative error 4.5e-9. */
const C1 = 0.6666641628514247
const C2 = 0.4002152730610067
const C3 = 0.28001804220458043
const C4 = 0.2801199154703078

/**
 * ln(1 + eˣ) = max(x, 0) + ln(1 + v), v = e^{−|x|}; with s = v/(2 + v), ln(1 + v) = ln((1 + s)/(1 − s)), and as v is a
 * fraction itself, one division makes s. 0 below 2⁻¹²⁵·⁵.
 */
export function softplus(x: Lanes): Lanes {
  const a = larger(neg(abs(x)), k(-87.6))
  const sum = nearestPower(a)
  const r = remainder(a, sum)
  const even = evenPart(r)
  const odd = oddPart(r)
  const half = mul(powerOfTwo(sum), add(even, odd))
  const s = div(half, add(sub(even, odd), half))
  const g = mul(s, s)
  let p = mulAdd(g, k(C4), k(C3))
  p = mulAdd(p, g, k(C2))
  p = mulAdd(p, g, k(C1))
  p = mulAdd(p, g, k(2))
  return add(larger(x, k(0)), mul(s, p))
}
