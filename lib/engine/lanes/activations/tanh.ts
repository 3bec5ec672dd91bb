import { tanh } from '../tanh'
import { k, type Lanes, mul, sub } from '../vocabulary'

export function tanhValue(x: Lanes): Lanes {
  return tanh(x)
}

/** From the rounded output: 1 − y². */
export function tanhSlope(y: Lanes): Lanes {
  return sub(k(1), mul(y, y))
}
