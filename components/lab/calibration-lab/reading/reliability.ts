/** Whether a probability came true as often as it said, at some temperature: the engine's bins, filled with points. Pure. */
import { type ReliabilityBin, ReliabilityBins } from '@/lib/engine'
import { probabilityOf, type ScoredPoints } from './scored-points'

/**
 * `likelier`: the probability of the class that is more probable, whichever that is, and whether the point is of it; this is
 * the one that the expected calibration error is usually of. `rare`: the probability of class 1, and whether the point is
 * of class 1. The threshold has no part in either.
 */
export type Whose = 'likelier' | 'rare'

export interface Reliability {
  bins: ReliabilityBin[]
  /** Expected calibration error. */
  error: number
  /** Means over all points: how often it came true, and the probability given. */
  accuracy: number
  confidence: number
}

export function reliabilityOf({ logits, labels }: ScoredPoints, temperature: number, whose: Whose): Reliability {
  const tally = new ReliabilityBins()
  for (let n = 0; n < logits.length; n++) {
    const z = logits[n] as number
    const isRare = labels[n] === 1
    if (whose === 'rare') tally.add(probabilityOf(z, temperature), isRare)
    else tally.add(probabilityOf(Math.abs(z), temperature), z > 0 === isRare)
  }
  const { accuracy, confidence } = tally
  return { bins: tally.bins(), error: tally.error(), accuracy, confidence }
}
