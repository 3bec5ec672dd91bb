import { both, k, type Lanes, larger, lessThan, smaller, where } from '../vocabulary'

export function relu6Value(x: Lanes): Lanes {
  return smaller(larger(x, k(0)), k(6))
}

/** 0 at both kinks. */
export function relu6Slope(x: Lanes): Lanes {
  return where(both(lessThan(k(0), x), lessThan(x, k(6))), k(1))
}
