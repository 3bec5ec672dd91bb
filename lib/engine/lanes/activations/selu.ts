import { expm1 } from '../exp'
import { add, k, type Lanes, larger, lessThan, mul, select, smaller } from '../vocabulary'

/** λ, and λ·α: Klambauer et al. 2017. */
const LAMBDA = 1.0507009873554805
const LAMBDA_ALPHA = 1.7580993408473768

export function seluValue(x: Lanes): Lanes {
  return add(mul(k(LAMBDA), larger(x, k(0))), mul(k(LAMBDA_ALPHA), expm1(smaller(x, k(0)))))
}

/** λαeˣ = y + λα where x ≤ 0, as for ELU. */
export function seluSlope(x: Lanes, y: Lanes): Lanes {
  return select(lessThan(k(0), x), k(LAMBDA), add(y, k(LAMBDA_ALPHA)))
}
