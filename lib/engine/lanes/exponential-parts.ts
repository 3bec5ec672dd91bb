/**
 * eˣ in parts, for formulas that divide anyway: x = n·ln 2 + r and eʳ = (even + odd)/(even − odd), so that one division
 * serves both. Not here: eˣ itself (exp.ts), which does without a division and is a little more accurate.
 */
import { add, k, type Lanes, mul, mulAdd, sub } from './vocabulary'

const LOG2_E = 1.4426950408889634
/** ln 2 in two parts, those of fdlibm's e_expf.c: the high one has 17 bits, so n times it is exact. */
const LN2_HIGH = 0.6931381225585938
const LN2_LOW = 9.058001351559417e-6
/** ROUNDER − 1: `powerOfTwo` of the sum is 2ⁿ⁻¹. It is 0 for n = −126, and 2ⁿ can be reached for n = 128. */
const ROUNDER_LESS_ONE = 12583038
/**
 * tanh(r/2)/r = (A0 + A1·r²)/(B0 + r²) on |r| ≤ ½ ln 2: the form of Padé's fraction (where B0 is 10), minimax by our own
 * Remez exchange in 40 digits, relative error 7e-10.
 */
const B0 = 10.001993902538159
const A0 = 5.000996951269079
const A1 = 0.0832505610108202

/** ROUNDER − 1 + n, n the whole number nearest to x/ln 2: for `powerOfTwo`, which makes 2ⁿ⁻¹ of it. −87.6 ≤ x ≤ 89. */
export function nearestPower(x: Lanes): Lanes {
  return mulAdd(x, k(LOG2_E), k(ROUNDER_LESS_ONE))
}

/** r of the x whose `nearestPower` is sum. */
export function remainder(x: Lanes, sum: Lanes): Lanes {
  const n = sub(sum, k(ROUNDER_LESS_ONE))
  return sub(sub(x, mul(n, k(LN2_HIGH))), mul(n, k(LN2_LOW)))
}

export function evenPart(r: Lanes): Lanes {
  return add(mul(r, r), k(B0))
}

export function oddPart(r: Lanes): Lanes {
  return mul(r, mulAdd(mul(r, r), k(A1), k(A0)))
}
