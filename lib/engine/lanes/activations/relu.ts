import { k, type Lanes, larger, lessThan, where } from '../vocabulary'

export function reluValue(x: Lanes): Lanes {
  return larger(x, k(0))
}

/** 0 at 0, as in PyTorch and JAX. */
export function reluSlope(x: Lanes): Lanes {
  return where(lessThan(k(0), x), k(1))
}
