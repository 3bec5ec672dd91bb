import { sigmoid } from '../sigmoid'
import { softplus } from '../softplus'
import type { Lanes } from '../vocabulary'

export function softplusValue(x: Lanes): Lanes {
  return softplus(x)
}

export function softplusSlope(x: Lanes): Lanes {
  return sigmoid(x)
}
