import { clampForTail, normalTail, normalTailSlope } from '../normal'
import { k, type Lanes, larger, lessThan, mul, select, sub } from '../vocabulary'

/** x·Φ(x) = max(x, 0) − |x|·Φ(−|x|): no choice between the sides, no cancellation in the left tail. */
export function geluValue(x: Lanes): Lanes {
  const t = clampForTail(x)
  return sub(larger(x, k(0)), mul(t, normalTail(t)))
}

/** Φ(x) + xφ(x); at −t it is Φ(−t) − tφ(t), and f′(t) = 1 − f′(−t). */
export function geluSlope(x: Lanes): Lanes {
  const left = normalTailSlope(clampForTail(x))
  return select(lessThan(x, k(0)), left, sub(k(1), left))
}
