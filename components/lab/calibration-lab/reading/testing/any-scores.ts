/** Scores and labels for tests: on a coarse grid, so that ties are common. */
import fc from 'fast-check'
import { type ScoredPoints, scorePoints } from '@/components/lab/calibration-lab/reading/scored-points'

export function scored(logits: readonly number[], labels: readonly number[]): ScoredPoints {
  const points = scorePoints(
    logits.flatMap((z) => [0, z]),
    labels,
  )
  if (points === null) throw new Error('These are no scores.')
  return points
}

export interface RawScores {
  logits: number[]
  labels: number[]
}

export const anyScores: fc.Arbitrary<RawScores> = fc
  .array(fc.tuple(fc.integer({ min: -30, max: 30 }), fc.nat(1)), { minLength: 1, maxLength: 60 })
  .map((pairs) => ({ logits: pairs.map(([tenths]) => tenths / 10), labels: pairs.map(([, label]) => label) }))

/** With points of both classes. */
export const bothClasses = anyScores.filter(({ labels }) => labels.includes(0) && labels.includes(1))
