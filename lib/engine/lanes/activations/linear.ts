import { k, type Lanes } from '../vocabulary'

export function linearValue(x: Lanes): Lanes {
  return x
}

export function linearSlope(): Lanes {
  return k(1)
}
