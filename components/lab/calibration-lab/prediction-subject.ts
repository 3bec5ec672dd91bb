/** What is asked before a run, and which answer came true. Pure. */
import type { PredictionSubject } from '@/components/lab/prediction-events'
import type { PlaneSnapshot } from '@/lib/training/plane/plane-player'
import { confusionOf, measuresOf } from './reading/confusion'
import type { ModelReading } from './reading/model-reading'
import { calledAbove } from './reading/scored-points'

const BOUNDS = [0.2, 0.4, 0.6, 0.8]
const ANSWERS = ['below-20', '20-to-40', '40-to-60', '60-to-80', 'above-80'] as const

/** `version`: of what is predicted about. */
export function predictionSubject(version: string): PredictionSubject {
  return {
    itemId: 'lab.calibration-lab',
    itemVersion: version,
    question: 'at threshold 0.5, how much of the rare class will it catch? (Recall on the test points.)',
    answers: [
      { id: ANSWERS[0], label: 'Less than 20 %' },
      { id: ANSWERS[1], label: '20 to 40 %' },
      { id: ANSWERS[2], label: '40 to 60 %' },
      { id: ANSWERS[3], label: '60 to 80 %' },
      { id: ANSWERS[4], label: '80 % or more' },
      { id: 'diverges', label: 'None: it diverges' },
    ],
  }
}

/** Null while the run is not over, or where there is nothing to be caught. At 0.5 no temperature changes a verdict. */
export function outcomeOf({ phase, runs }: PlaneSnapshot, reading: ModelReading | null): string | null {
  if (phase !== 'finished') return null
  if (runs.some(({ end }) => end?.outcome === 'diverged')) return 'diverges'
  if (reading === null) return null
  const { test } = reading
  const called = calledAbove(test, 0.5, 1)
  const { recall } = measuresOf(confusionOf({ called, caught: test.caught[called] as number }, test))
  if (recall === null) return null
  return ANSWERS[BOUNDS.filter((bound) => recall >= bound).length] ?? null
}
