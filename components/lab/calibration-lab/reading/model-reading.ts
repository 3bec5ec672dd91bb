/** All of one model that does not depend on threshold and temperature: worked out when it has learnt, not when a slider moves. Pure. */
import { halfOf } from '@/components/lab/calibration-lab/calibration-spec'
import { type ScoredPoints, scorePoints } from './scored-points'
import { type FittedTemperature, fitTemperature } from './temperature'
import { type ThresholdCurve, thresholdCurve } from './threshold-curve'

export interface ModelReading {
  /** The first half of what is held back: the temperature is fitted on it, and nothing else is read there. */
  validation: ScoredPoints
  /** The second half: all that is shown is measured on it. */
  test: ScoredPoints
  /** Of the test half; null where it lacks a class. */
  curve: ThresholdCurve | null
  /** On the validation half; null before anything was learnt. */
  fitted: FittedTemperature | null
}

/** `outputs`: two a point that is held back, in the order of `labels`. Null where they are no numbers, or of other points. */
export function readModel(outputs: Float32Array | null, labels: readonly number[]): ModelReading | null {
  const half = halfOf(labels.length)
  if (outputs === null || outputs.length !== 2 * labels.length) return null
  const validation = scorePoints(outputs.subarray(0, 2 * half), labels.slice(0, half))
  const test = scorePoints(outputs.subarray(2 * half), labels.slice(half))
  if (validation === null || test === null) return null
  return { validation, test, curve: thresholdCurve(test), fitted: fitTemperature(validation) }
}
