import { k, type Lanes, smaller } from '../vocabulary'
import { leakyReluSlope, leakyReluValue } from './leaky-relu'

/** Leaky ReLU whose α is learnt. */
export function preluValue(x: Lanes, alpha: Lanes): Lanes {
  return leakyReluValue(x, alpha)
}

export function preluSlope(x: Lanes, alpha: Lanes): Lanes {
  return leakyReluSlope(x, alpha)
}

/** ∂f/∂α = min(0, x). */
export function preluAlphaSlope(x: Lanes): Lanes {
  return smaller(x, k(0))
}
