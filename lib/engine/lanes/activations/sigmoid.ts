import { sigmoid } from '../sigmoid'
import { k, type Lanes, mul, sub } from '../vocabulary'

export function sigmoidValue(x: Lanes): Lanes {
  return sigmoid(x)
}

/** From the rounded output: y(1 − y). */
export function sigmoidSlope(y: Lanes): Lanes {
  return mul(y, sub(k(1), y))
}
