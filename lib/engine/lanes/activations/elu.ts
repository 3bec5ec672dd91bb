import { expm1 } from '../exp'
import { add, k, type Lanes, larger, lessThan, mul, select, smaller } from '../vocabulary'

/** x, or α(eˣ − 1) where x < 0, as a sum of which one part is 0. */
export function eluValue(x: Lanes, alpha: Lanes): Lanes {
  return add(larger(x, k(0)), mul(alpha, expm1(smaller(x, k(0)))))
}

/** αeˣ = y + α where x ≤ 0: no second exponential, at the cost of the relative (not the absolute) accuracy far left. */
export function eluSlope(x: Lanes, y: Lanes, alpha: Lanes): Lanes {
  return select(lessThan(k(0), x), k(1), add(y, alpha))
}
