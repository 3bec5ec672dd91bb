/** What is asked before a run, and which answer came true. Pure. */
import type { PredictionSubject } from '@/components/lab/prediction-events'
import type { RunCurves } from '@/lib/training/plane/plane-curves'
import { finalAccuracies } from './seed-curves'

const BOUNDS = [0.6, 0.8, 0.95]

/** `version`: of what is predicted about. */
export function predictionSubject(version: string, seeds: number): PredictionSubject {
  return {
    itemId: 'lab.playground',
    itemVersion: version,
    question: `how many of the held-back points will it get right at the end${seeds > 1 ? `, on average over ${seeds} seeds` : ''}?`,
    answers: [
      { id: 'below-60', label: 'Fewer than 60 %' },
      { id: '60-to-80', label: '60 to 80 %' },
      { id: '80-to-95', label: '80 to 95 %' },
      { id: 'above-95', label: '95 % or more' },
      { id: 'diverges', label: 'None: it diverges' },
    ],
  }
}

/** Null while the run is not over. A mean over the seeds that did not diverge; `diverges` where all of them did. */
export function outcomeOf(runs: readonly RunCurves[]): string | null {
  if (runs.length === 0 || runs.some(({ end }) => end === null)) return null
  const all = finalAccuracies(runs)
  if (all.length === 0) return 'diverges'
  const mean = all.reduce((sum, one) => sum + one, 0) / all.length
  const [low = 0, middle = 0, high = 0] = BOUNDS
  return mean < low ? 'below-60' : mean < middle ? '60-to-80' : mean < high ? '80-to-95' : 'above-95'
}
