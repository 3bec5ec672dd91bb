/**
 * Temperature scaling (Guo et al. 2017, arXiv:1706.04599): one number T that all logits are divided by, chosen so that the
 * negative log-likelihood is least, on points that the model has not learnt from. The order of the points stays. Pure.
 */
import { probabilityOf, type ScoredPoints } from './scored-points'

export const COLDEST = 0.05
export const HOTTEST = 20

export interface FittedTemperature {
  temperature: number
  /** The loss still falls beyond the coldest or the hottest that there is. */
  isAtEnd: boolean
}

/** Mean of −ln p of the class that each point has, in nats. */
export function negativeLogLikelihood({ logits, labels, count }: ScoredPoints, temperature: number): number {
  let sum = 0
  for (let n = 0; n < count; n++) {
    const against = ((labels[n] === 1 ? -1 : 1) * (logits[n] as number)) / temperature
    sum += Math.max(0, against) + Math.log1p(Math.exp(-Math.abs(against)))
  }
  return sum / count
}

/** ∂(negative log-likelihood)/∂(1/T). It only rises with 1/T, since the likelihood is concave in it. */
function slope({ logits, labels, count }: ScoredPoints, inverse: number): number {
  let sum = 0
  for (let n = 0; n < count; n++) {
    const z = logits[n] as number
    sum += (probabilityOf(z, 1 / inverse) - (labels[n] as number)) * z
  }
  return sum
}

/** More halvings than a double's digits need. */
const HALVINGS = 60

/** Null where all logits are 0, as before the first step: then no temperature changes anything. */
export function fitTemperature(scored: ScoredPoints): FittedTemperature | null {
  if (scored.logits.every((z) => z === 0)) return null
  let low = 1 / HOTTEST
  let high = 1 / COLDEST
  if (slope(scored, low) >= 0) return { temperature: HOTTEST, isAtEnd: true }
  if (slope(scored, high) <= 0) return { temperature: COLDEST, isAtEnd: true }
  for (let n = 0; n < HALVINGS && high - low > 1e-12; n++) {
    const middle = (low + high) / 2
    if (slope(scored, middle) > 0) high = middle
    else low = middle
  }
  return { temperature: 2 / (low + high), isAtEnd: false }
}
