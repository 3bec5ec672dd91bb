import { add, div, k, type Lanes, larger, mul, mulAdd, powerOfTwo, ROUNDER, smaller, sub } from './vocabulary'

const TWICE_LOG2_E = 2.8853900817779268
/**
 * tanh(f · ½ ln 2)/f as a polynomial in f², |f| ≤ ½: minimax by our own Remez exchange, relative error 6e-8, the last two
 * then moved by some float32 steps to where the largest error of the whole function was smallest.
 */
const T0 = 0.34657359027997264
const T1 = -0.013875160366296768
const T2 = 0.0006553700659424067

/**
 * The addition theorem does the work. With x = ½(n + f)·ln 2, s = 2ⁿ and T = tanh(½ f·ln 2),
 * tanh x = (tanh(½ n·ln 2) + T)/(1 + tanh(½ n·ln 2)·T) = (T(s + 1) − (1 − s))/((s + 1) − T(1 − s)):
 * one division, no branch, odd to the last bit, never above 1; ±1 from |x| = 8.7 on.
 */
export function tanh(x: Lanes): Lanes {
  const a = smaller(larger(x, k(-9.1)), k(9.1))
  const twice = mul(a, k(TWICE_LOG2_E))
  const sum = add(twice, k(ROUNDER))
  const f = sub(twice, sub(sum, k(ROUNDER)))
  const g = mul(f, f)
  const t = mul(f, mulAdd(mulAdd(g, k(T2), k(T1)), g, k(T0)))
  const scale = powerOfTwo(sum)
  const plus = add(scale, k(1))
  const minus = sub(k(1), scale)
  return div(sub(mul(t, plus), minus), sub(plus, mul(t, minus)))
}
