import { add, k, type Lanes, larger, lessThan, mul, select, smaller } from '../vocabulary'

/** x, or αx where x < 0, as max(x, 0) + α·min(x, 0): one of the two is 0, so nothing is rounded twice. */
export function leakyReluValue(x: Lanes, alpha: Lanes): Lanes {
  return add(larger(x, k(0)), mul(alpha, smaller(x, k(0))))
}

/** 1 at 0, as in JAX. */
export function leakyReluSlope(x: Lanes, alpha: Lanes): Lanes {
  return select(lessThan(x, k(0)), alpha, k(1))
}
