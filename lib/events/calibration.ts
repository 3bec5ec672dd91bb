/**
 * How well a learner knows what they know: what they predicted of runs, and how surely, against what came out. A fold over
 * the log. A prediction whose run was never finished counts for nothing, neither way.
 */
import { effectiveEvents } from './effective-log'
import type { LearnerEvent } from './event'

export interface SettledPrediction {
  id: string
  itemId: string
  question: string
  guess: string
  outcome: string
  confidence: number
  right: boolean
  /** Epoch ms of the prediction. */
  predictedAt: number
}

export interface Calibration {
  count: number
  /** Shares, 0 … 1, over all of them: how often right, and how sure on average. */
  right: number
  confidence: number
  /** Mean of (confidence − right)²: 0 is perfect, ¼ is what “50 %” every time gets (Brier 1950). */
  brier: number
}

/** Those whose outcome is known, in the order in which they were made. The first outcome counts. */
export function settledPredictions(log: Iterable<LearnerEvent>): SettledPrediction[] {
  const events = effectiveEvents(log)
  const outcomes = new Map<string, string>()
  for (const event of events) {
    if (event.kind !== 'outcome-seen' || outcomes.has(event.payload.predictionId)) continue
    outcomes.set(event.payload.predictionId, event.payload.outcome)
  }
  return events.flatMap((event) => {
    const outcome = outcomes.get(event.id)
    if (event.kind !== 'outcome-predicted' || outcome === undefined) return []
    const { question, guess, confidence } = event.payload
    const right = guess === outcome
    const predictedAt = Date.parse(event.occurredAt)
    return [{ id: event.id, itemId: event.itemId, question, guess, outcome, confidence, right, predictedAt }]
  })
}

/** Null where there is nothing to judge by. */
export function calibrationOf(predictions: readonly SettledPrediction[]): Calibration | null {
  const count = predictions.length
  if (count === 0) return null
  const mean = (of: (prediction: SettledPrediction) => number) =>
    predictions.reduce((sum, prediction) => sum + of(prediction), 0) / count
  return {
    count,
    right: mean(({ right }) => Number(right)),
    confidence: mean(({ confidence }) => confidence),
    brier: mean(({ confidence, right }) => (confidence - Number(right)) ** 2),
  }
}
