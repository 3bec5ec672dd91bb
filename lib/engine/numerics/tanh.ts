import { sigmoid } from './sigmoid'

/** tanh x = 1 − 2σ(−2x) for x > 0; relative error below 1e-12, odd, tanh(−0) = −0, ±1 beyond |x| = 22. */
export function tanh(x: number): number {
  const a = Math.abs(x)
  if (a < 0.002) return x * (1 - (x * x * (1 - x * x * 0.4)) / 3)
  const y = 1 - 2 * sigmoid(-2 * a)
  return x < 0 ? -y : y
}
