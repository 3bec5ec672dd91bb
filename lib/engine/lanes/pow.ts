/**
 * x to the power of y, as e^(y·ln|x|). Since the exponent may be as large as 88, ln|x| and the product are kept as sums
 * of two numbers (Dekker 1971), `high` and a small `low`.
 */
import { clampForExp, scaledExp } from './exp'
import { nearestPower, remainder } from './exponential-parts'
import {
  abs,
  add,
  both,
  div,
  either,
  equal,
  exponent,
  INFINITY,
  k,
  type Lanes,
  leadingHalf,
  lessThan,
  mantissa,
  mul,
  mulAdd,
  neg,
  not,
  select,
  sub,
  where,
  withSign,
} from './vocabulary'

const LN2_HIGH = 0.6931381225585938
const LN2_LOW = 9.058001523953862e-6
/** ln((1 + s)/(1 − s)) = 2s + s³(C1 + C2·s² + …), |s| ≤ 0.172. */
const C1 = 0.6666666666666666
const C2 = 0.4
const C3 = 0.2857142857142857
const C4 = 0.2222222222222222
const C5 = 0.18181818181818182
const SMALLEST_NORMAL = 1.1754943508222875e-38

/** The nearest whole number, of two the even one; of any number. */
function nearest(x: Lanes): Lanes {
  const a = abs(x)
  const rounded = sub(add(a, k(8388608)), k(8388608))
  return select(lessThan(a, k(8388608)), withSign(rounded, x), x)
}

/** a·b − product, where product is a·b rounded. */
function productError(a: Lanes, b: Lanes, product: Lanes): Lanes {
  const aHigh = leadingHalf(a)
  const bHigh = leadingHalf(b)
  const aLow = sub(a, aHigh)
  const bLow = sub(b, bHigh)
  const most = sub(mul(aHigh, bHigh), product)
  return add(add(add(most, mul(aHigh, bLow)), mul(aLow, bHigh)), mul(aLow, bLow))
}

/** |x|^y for a = |x|. */
function powOfMagnitude(a: Lanes, y: Lanes): Lanes {
  const tiny = lessThan(a, k(SMALLEST_NORMAL))
  const normal = select(tiny, mul(a, k(8388608)), a)
  const n = sub(exponent(normal), select(tiny, k(23), k(0)))
  // s + sLow = f/(f + 2)
  const f = sub(mantissa(normal), k(1))
  const divisor = add(f, k(2))
  const s = div(f, divisor)
  const product = mul(s, divisor)
  const lost = add(productError(s, divisor, product), mul(s, sub(f, sub(divisor, k(2)))))
  const sLow = div(sub(sub(f, product), lost), divisor)
  // high + low = ln a
  const g = mul(s, s)
  const series = mulAdd(mulAdd(mulAdd(mulAdd(g, k(C5), k(C4)), g, k(C3)), g, k(C2)), g, k(C1))
  const ofPower = mul(n, k(LN2_HIGH))
  const ofMantissa = add(s, s)
  const sum = add(ofPower, ofMantissa)
  const small = add(mulAdd(mul(s, g), series, add(sLow, sLow)), mul(n, k(LN2_LOW)))
  const rest = add(sub(ofMantissa, sub(sum, ofPower)), small)
  const high = add(sum, rest)
  const low = sub(rest, sub(high, sum))
  // p + pLow = y·ln a
  const ordinary = both(lessThan(k(0), a), lessThan(a, k(INFINITY)))
  const p = mul(y, select(ordinary, high, sub(a, div(k(1), a))))
  const pLow = mulAdd(y, low, productError(y, high, p))
  const exact = clampForExp(p)
  const power = nearestPower(exact)
  const r = add(remainder(exact, power), where(both(ordinary, lessThan(abs(p), k(100))), pLow))
  return select(either(equal(a, k(1)), equal(y, k(0))), k(1), scaledExp(r, power))
}

/**
 * xʸ, for x < 0 where y is whole. As IEEE 754's pow: x⁰ = 1 and 1ʸ = 1 even for NaN, (±0)ʸ and (±∞)ʸ by the signs, NaN for
 * a negative x and a y that is not whole. 0 below 2⁻¹²⁵·⁵.
 */
export function pow(x: Lanes, y: Lanes): Lanes {
  const magnitude = powOfMagnitude(abs(x), y)
  const whole = equal(nearest(y), y)
  const half = mul(y, k(0.5))
  const odd = both(whole, not(equal(nearest(half), half)))
  const signed = select(odd, withSign(magnitude, x), magnitude)
  const undefinedHere = both(both(lessThan(x, k(0)), lessThan(neg(k(INFINITY)), x)), not(whole))
  return select(undefinedHere, sub(k(INFINITY), k(INFINITY)), signed)
}
