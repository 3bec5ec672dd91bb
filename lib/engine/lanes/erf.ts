import { clampForTail, normalTail } from './normal'
import { abs, add, k, type Lanes, lessThan, mul, mulAdd, select, sub, withSign } from './vocabulary'

const SQRT_2 = 1.4142135623730951
/** erf(x)/x − 1 as a polynomial in x² on |x| ≤ 0.9: minimax (our own Remez exchange), relative error 1.2e-8. */
const C0 = 0.1283791537974814
const C1 = -0.37612523277335674
const C2 = 0.11282140822168203
const C3 = -0.026778909240456783
const C4 = 0.00501196322999371
const C5 = -0.0006090361774601277

/** The error function: a series near 0, and 1 − 2Φ(−√2|x|) with the sign of x outside. */
export function erf(x: Lanes): Lanes {
  const square = mul(x, x)
  let p = mulAdd(square, k(C5), k(C4))
  p = mulAdd(p, square, k(C3))
  p = mulAdd(p, square, k(C2))
  p = mulAdd(p, square, k(C1))
  p = mulAdd(p, square, k(C0))
  const tail = normalTail(clampForTail(mul(x, k(SQRT_2))))
  const outside = withSign(sub(k(1), add(tail, tail)), x)
  return select(lessThan(abs(x), k(0.9)), mulAdd(p, x, x), outside)
}
