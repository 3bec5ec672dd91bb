/**
 * sin and cos for |x| ≤ 10⁵. Beyond, the reduction loses its accuracy little by little, and beyond 6·10⁶ the result
 * means nothing, but it stays within [−1, 1] and is the same everywhere. NaN at ±∞.
 */
import { add, isOdd, k, type Lanes, larger, mul, mulAdd, select, smaller, sub, turnedBySecondBit } from './vocabulary'

const TWO_OVER_PI = 0.6366197723675814
/** Rounds to a whole number whose last bits are those of the sum. 1.5 · 2²³ */
const ROUNDER = 12582912
/** π/2 in five parts; the first four have 8 bits each, so that for n < 2¹⁶ n times each is exact. */
const HALF_PI_1 = 1.5703125
const HALF_PI_2 = 0.0004825592041015625
const HALF_PI_3 = 1.2665987014770508e-6
const HALF_PI_4 = 9.89530235528946e-10
const HALF_PI_5 = 2.563344151594519e-12
/** sin r = r + r³(S1 + …), cos r = 1 − r²/2 + r⁴(C1 + …), |r| ≤ π/4: minimax, by our own Remez exchange. */
const S1 = -0.16666654605922548
const S2 = 0.008332160526610646
const S3 = -0.00019515250560978362
const C1 = 0.041666645676795115
const C2 = -0.0013887315944699835
const C3 = 2.443312078125875e-5

/** sin(r + turn·π/2), of which x = n·π/2 + r and turn = n for the sine, n + 1 for the cosine. */
function sinOfTurned(x: Lanes, sum: Lanes, turn: Lanes): Lanes {
  const n = sub(sum, k(ROUNDER))
  const nearly = sub(sub(sub(x, mul(n, k(HALF_PI_1))), mul(n, k(HALF_PI_2))), mul(n, k(HALF_PI_3)))
  const nearer = sub(sub(nearly, mul(n, k(HALF_PI_4))), mul(n, k(HALF_PI_5)))
  const r = smaller(larger(nearer, k(-0.8)), k(0.8))
  const g = mul(r, r)
  const sine = mul(r, mulAdd(g, mulAdd(mulAdd(g, k(S3), k(S2)), g, k(S1)), k(1)))
  const cosine = add(mulAdd(g, k(-0.5), k(1)), mul(mul(g, g), mulAdd(mulAdd(g, k(C3), k(C2)), g, k(C1))))
  return turnedBySecondBit(select(isOdd(turn), cosine, sine), turn)
}

export function sin(x: Lanes): Lanes {
  const sum = mulAdd(x, k(TWO_OVER_PI), k(ROUNDER))
  return sinOfTurned(x, sum, sum)
}

export function cos(x: Lanes): Lanes {
  const sum = mulAdd(x, k(TWO_OVER_PI), k(ROUNDER))
  return sinOfTurned(x, sum, add(sum, k(1)))
}
