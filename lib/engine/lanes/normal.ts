/**
 * The standard normal distribution and GELU's slope, from one core: Φ(−t) = exp(−t²/2)·P(t)/Q(t) for t ≥ 0. Nothing
 * cancels in the left tail, and the exponential is a fraction too, so that one division serves both.
 */
import {
  abs,
  add,
  div,
  k,
  type Lanes,
  leadingHalf,
  lessThan,
  mul,
  mulAdd,
  powerOfTwo,
  select,
  smaller,
  sub,
} from './vocabulary'

const MINUS_HALF_LOG2_E = -0.7213475204444817
const TWICE_LN2_HIGH = 1.3862762451171875
const TWICE_LN2_LOW = 1.8116002703118834e-5
/** ROUNDER − 6: 2ⁿ⁻⁶ is 0 where Φ(−t) would be subnormal. */
const ROUNDER_LESS_SIX = 12583033
/** exp(−ρ/2) = (even − odd)/(even + odd), as in exponential-parts.ts, scaled for ρ. */
const B0 = 40.007975610152634
const A0 = 10.001993902538159
const A1 = 0.0416252805054101
/** Minimax on [0, 12.96] (our own Remez exchange in 40 digits), relative error 2.1e-8; P is multiplied by 2⁶. */
const P0 = 32
const P1 = 28.251265162411066
const P2 = 11.882210254999323
const P3 = 2.6546483402596823
const P4 = 0.27188801701481226
const Q1 = 1.680736879717312
const Q2 = 1.2123483174043717
const Q3 = 0.475889020489455
const Q4 = 0.10397810398694082
const Q5 = 0.010648672687087095
/** 2⁶/√(2π). */
const SCALED_DENSITY = 25.532305945691693

/** Where Φ(−t) is not 0 as float32: t = min(|x|, 12.95). */
export function clampForTail(x: Lanes): Lanes {
  return smaller(abs(x), k(12.95))
}

/** −t²/2 = n·ln 2 − ρ/2; this is ROUNDER − 6 + n. */
function tailPower(high: Lanes): Lanes {
  return mulAdd(mul(high, high), k(MINUS_HALF_LOG2_E), k(ROUNDER_LESS_SIX))
}

/** ρ. t² is taken in two parts, the first exact, so the relative error of the exponential stays small far out. */
function tailRemainder(t: Lanes, high: Lanes, sum: Lanes): Lanes {
  const n = sub(sum, k(ROUNDER_LESS_SIX))
  const nearly = add(add(mul(high, high), mul(n, k(TWICE_LN2_HIGH))), mul(n, k(TWICE_LN2_LOW)))
  return mulAdd(sub(t, high), add(t, high), nearly)
}

function tailNumerator(t: Lanes): Lanes {
  const p = mulAdd(mulAdd(t, k(P4), k(P3)), t, k(P2))
  return mulAdd(mulAdd(p, t, k(P1)), t, k(P0))
}

function tailDenominator(t: Lanes): Lanes {
  const q = mulAdd(mulAdd(t, k(Q5), k(Q4)), t, k(Q3))
  return mulAdd(mulAdd(mulAdd(q, t, k(Q2)), t, k(Q1)), t, k(1))
}

/** exp(−t²/2)·numerator/denominator/2⁶, for 0 ≤ t ≤ 12.95. */
function tailTimes(t: Lanes, numerator: Lanes, denominator: Lanes): Lanes {
  const high = leadingHalf(t)
  const sum = tailPower(high)
  const rho = tailRemainder(t, high, sum)
  const square = mul(rho, rho)
  const even = add(square, k(B0))
  const odd = mul(rho, mulAdd(square, k(A1), k(A0)))
  return div(mul(mul(powerOfTwo(sum), sub(even, odd)), numerator), mul(add(even, odd), denominator))
}

/** Φ(−t), 0 ≤ t ≤ 12.95. */
export function normalTail(t: Lanes): Lanes {
  return tailTimes(t, tailNumerator(t), tailDenominator(t))
}

/** Φ(−t) − tφ(t), which is GELU's slope at −t. */
export function normalTailSlope(t: Lanes): Lanes {
  const denominator = tailDenominator(t)
  const density = mul(mul(t, k(SCALED_DENSITY)), denominator)
  return tailTimes(t, sub(tailNumerator(t), density), denominator)
}

/** Φ(x), the standard normal distribution, without cancellation on either side; 0 below 1.6e-38. */
export function normalCdf(x: Lanes): Lanes {
  const tail = normalTail(clampForTail(x))
  return select(lessThan(x, k(0)), tail, sub(k(1), tail))
}

/** φ(x) = exp(−x²/2)/√(2π); 0 below 6e-37. */
export function normalDensity(x: Lanes): Lanes {
  return tailTimes(clampForTail(x), k(SCALED_DENSITY), k(1))
}
