import { clampForSigmoid, sigmoid, sigmoidOfClamped } from '../sigmoid'
import { abs, add, k, type Lanes, larger, mul, neg, smaller, sub } from '../vocabulary'

/** −∞ becomes float32's lowest number, so that its product with σ = 0 is −0. */
const LOWEST = -3.4028234663852886e38
const HIGHEST = 3.4028234663852886e38

/** x·σ(βx). For β > 0: 0 at −∞, ∞ at ∞. */
export function swishValue(x: Lanes, beta: Lanes): Lanes {
  return mul(larger(x, k(LOWEST)), sigmoid(mul(beta, x)))
}

/** σ(βx)(1 + βx(1 − σ(βx))). */
export function swishSlope(x: Lanes, beta: Lanes): Lanes {
  const z = clampForSigmoid(mul(beta, x))
  const s = sigmoidOfClamped(z)
  return mul(s, add(k(1), mul(z, sub(k(1), s))))
}

/**
 * ∂f/∂β = x²σ(βx)(1 − σ(βx)); the product is even in βx, and −|βx| is where 1 − σ loses nothing. Where x² is beyond
 * float32 it is taken for the largest number, so that its product with σ = 0 is 0, as the limit is.
 */
export function swishBetaSlope(x: Lanes, beta: Lanes): Lanes {
  const s = sigmoid(neg(abs(mul(beta, x))))
  return mul(smaller(mul(x, x), k(HIGHEST)), mul(s, sub(k(1), s)))
}
