import { evenPart, nearestPower, oddPart, remainder } from './exponential-parts'
import { add, div, k, type Lanes, larger, mul, powerOfTwo, smaller, sub } from './vocabulary'

/** x where `sigmoidOfClamped` can take it; outside, σ is 0 or 1 as float32. NaN stays. */
export function clampForSigmoid(x: Lanes): Lanes {
  return smaller(larger(x, k(-87.6)), k(20))
}

/**
 * σ(x) = eˣ/(1 + eˣ) for −87.6 ≤ x ≤ 20, as 2ⁿ(even + odd)/((even − odd) + 2ⁿ(even + odd)). 2ⁿ⁻¹ is doubled afterwards,
 * so that it is 0 at n = −126 and σ never subnormal.
 */
export function sigmoidOfClamped(x: Lanes): Lanes {
  const sum = nearestPower(x)
  const r = remainder(x, sum)
  const even = evenPart(r)
  const odd = oddPart(r)
  const half = mul(powerOfTwo(sum), add(even, odd))
  const whole = add(half, half)
  return div(whole, add(sub(even, odd), whole))
}

/** 1/(1 + e⁻ˣ); 0 below 2⁻¹²⁵·⁵. */
export function sigmoid(x: Lanes): Lanes {
  return sigmoidOfClamped(clampForSigmoid(x))
}
