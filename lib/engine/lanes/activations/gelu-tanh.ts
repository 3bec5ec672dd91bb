import { sigmoidOfClamped } from '../sigmoid'
import { add, k, type Lanes, larger, mul, mulAdd, smaller, sub } from '../vocabulary'

/** ½(1 + tanh u) = σ(2u), 2u = x(LINEAR + CUBIC·x²): 2√(2/π) and 0.044715 times that (Hendrycks & Gimpel 2016). */
const LINEAR = 1.5957691216057308
const CUBIC = 0.07135481627260025
const THRICE_CUBIC = 0.21406444881780075
/** Below it σ(2u) is 0, above HIGH it is 1. */
const LOW = -10.01
const HIGH = 5.5

export function geluTanhValue(x: Lanes): Lanes {
  const right = larger(x, k(LOW))
  const a = smaller(right, k(HIGH))
  return mul(right, sigmoidOfClamped(mul(a, mulAdd(mul(a, a), k(CUBIC), k(LINEAR)))))
}

/** With s = σ(2u): s(1 + x(2u)′(1 − s)). */
export function geluTanhSlope(x: Lanes): Lanes {
  const a = smaller(larger(x, k(LOW)), k(HIGH))
  const square = mul(a, a)
  const s = sigmoidOfClamped(mul(a, mulAdd(square, k(CUBIC), k(LINEAR))))
  const inner = mul(a, mulAdd(square, k(THRICE_CUBIC), k(LINEAR)))
  return mul(s, add(k(1), mul(inner, sub(k(1), s))))
}
