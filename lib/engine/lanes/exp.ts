import { nearestPower, remainder } from './exponential-parts'
import { add, k, type Lanes, larger, mul, mulAdd, powerOfTwo, smaller, sub } from './vocabulary'

/**
 * (eʳ − 1)/r = 1 + r/2 + C2·r² + … on |r| ≤ ½ ln 2: a minimax polynomial, relative error 1.4e-8, by our own Remez
 * exchange in 40 digits. `exp` wants twice the series.
 */
const C2 = 0.1666654871975572
const C3 = 0.04166685418277767
const C4 = 0.008366039229138419
const C5 = 0.0013898224402963894
const TWICE_C2 = 0.3333309743951144
const TWICE_C3 = 0.08333370836555534
const TWICE_C4 = 0.016732078458276838
const TWICE_C5 = 0.0027796448805927788

/** 2ⁿ·eʳ as 2ⁿ⁻¹ · 2eʳ, for |r| ≤ ½ ln 2 and the sum that `nearestPower` gives. */
export function scaledExp(r: Lanes, sum: Lanes): Lanes {
  let p = mulAdd(r, k(TWICE_C5), k(TWICE_C4))
  p = mulAdd(p, r, k(TWICE_C3))
  p = mulAdd(p, r, k(TWICE_C2))
  p = mulAdd(p, r, k(1))
  p = mulAdd(p, r, k(2))
  p = mulAdd(p, r, k(2))
  return mul(p, powerOfTwo(sum))
}

/** Where `nearestPower` can take it: below, eˣ is 0, above, ∞. NaN stays. */
export function clampForExp(x: Lanes): Lanes {
  return smaller(larger(x, k(-87.6)), k(89))
}

/** eˣ; ∞ where it exceeds float32's range, 0 below 2⁻¹²⁵·⁵, just before it would be subnormal. */
export function exp(x: Lanes): Lanes {
  const a = clampForExp(x)
  const sum = nearestPower(a)
  return scaledExp(remainder(a, sum), sum)
}

/** eˣ − 1 = 2ⁿ(eʳ − 1) + (2ⁿ − 1), accurate also near 0; each is halved, and doubled at the end, to reach n = 128. */
export function expm1(x: Lanes): Lanes {
  const a = smaller(larger(x, k(-30)), k(89))
  const sum = nearestPower(a)
  const r = remainder(a, sum)
  let p = mulAdd(r, k(C5), k(C4))
  p = mulAdd(p, r, k(C3))
  p = mulAdd(p, r, k(C2))
  p = mulAdd(p, r, k(0.5))
  p = mulAdd(p, r, k(1))
  const scale = powerOfTwo(sum)
  // Subtracted, so that −0 stays −0.
  const half = sub(mul(scale, mul(p, r)), sub(k(0.5), scale))
  return add(half, half)
}
