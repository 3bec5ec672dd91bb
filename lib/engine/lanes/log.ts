import {
  abs,
  add,
  both,
  div,
  equal,
  exponent,
  INFINITY,
  k,
  type Lanes,
  lessThan,
  mantissa,
  mul,
  mulAdd,
  select,
  sqrt,
  sub,
} from './vocabulary'

/** ln 2 in two parts, and the series: those of fdlibm's e_logf.c (FreeBSD); the high part times an exponent is exact. */
const LN2_HIGH = 0.6931381225585938
const LN2_LOW = 9.058001523953862e-6
const L1 = 0.6666666269302368
const L2 = 0.4000097215175629
const L3 = 0.2849878668785095
const L4 = 0.24279078841209412
const SMALLEST_NORMAL = 1.1754943508222875e-38

/** −∞ at 0, ∞ at ∞, NaN below 0 and at NaN. */
function logAtTheEnds(x: Lanes): Lanes {
  return sub(sqrt(x), div(k(1), abs(x)))
}

/**
 * n·ln 2 + ln(1 + f) + rest, √½ ≤ 1 + f < √2. With s = f/(2 + f), ln(1 + f) = f − (f²/2 − s(f²/2 + R(s²))): the leading
 * f is exact. `minusN` is −n, so that −0 stays −0.
 */
function logFromParts(minusN: Lanes, f: Lanes, rest: Lanes): Lanes {
  const s = div(f, add(f, k(2)))
  const g = mul(s, s)
  const series = mul(g, mulAdd(mulAdd(mulAdd(g, k(L4), k(L3)), g, k(L2)), g, k(L1)))
  const half = mul(mul(f, f), k(0.5))
  const low = sub(rest, mul(minusN, k(LN2_LOW)))
  return sub(sub(f, sub(half, add(mul(s, add(half, series)), low))), mul(minusN, k(LN2_HIGH)))
}

/** The natural logarithm, subnormal numbers included. */
export function log(x: Lanes): Lanes {
  const tiny = lessThan(x, k(SMALLEST_NORMAL))
  const a = select(tiny, mul(x, k(8388608)), x)
  const minusN = sub(select(tiny, k(23), k(0)), exponent(a))
  const y = logFromParts(minusN, sub(mantissa(a), k(1)), k(0))
  return select(both(lessThan(k(0), x), lessThan(x, k(INFINITY))), y, logAtTheEnds(x))
}

/** ln(1 + x), accurate also near 0. What 1 + x loses in rounding comes back through ln(u + c) ≈ ln u + c/u. */
export function log1p(x: Lanes): Lanes {
  const u = add(x, k(1))
  const n = exponent(u)
  const exact = equal(n, k(0))
  const f = select(exact, x, sub(mantissa(u), k(1)))
  const rest = select(exact, k(0), div(sub(x, sub(u, k(1))), u))
  const y = logFromParts(sub(k(0), n), f, rest)
  return select(both(lessThan(k(0), u), lessThan(u, k(INFINITY))), y, logAtTheEnds(u))
}
