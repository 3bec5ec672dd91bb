import { add, k, type Lanes, larger, lessThan, mul, mulAdd, select, smaller, where } from '../vocabulary'

const SIXTH = 0.16666666666666666
const THIRD = 0.3333333333333333

/** x·min(max(x + 3, 0), 6)/6; from x = 3 on, six times the rounded sixth is 1. */
export function hardSwishValue(x: Lanes): Lanes {
  return mul(larger(x, k(-3)), mul(smaller(larger(add(x, k(3)), k(0)), k(6)), k(SIXTH)))
}

/** x/3 + ½ between the kinks; at the kinks the outer side's: 0 at −3, 1 at 3. */
export function hardSwishSlope(x: Lanes): Lanes {
  const inside = where(lessThan(k(-3), x), mulAdd(x, k(THIRD), k(0.5)))
  return select(lessThan(x, k(3)), inside, k(1))
}
