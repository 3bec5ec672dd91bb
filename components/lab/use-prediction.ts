'use client'

import { useMemo, useRef, useState } from 'react'
import { useLearner } from '@/components/learner/use-learner'
import { calibrationOf, settledPredictions } from '@/lib/events/calibration'
import { outcomeEvent, type PredictionSubject, predictionEvent } from './prediction-events'

export type PredictionStage =
  | { is: 'asking' }
  | { is: 'skipped' }
  | { is: 'made'; guess: string; confidence: number }
  | { is: 'settled'; guess: string; confidence: number; outcome: string }

/**
 * A guess that is kept before the run begins, and what came out after it. Both are events of the learner's log; neither is
 * changed afterwards.
 */
export function usePrediction(subject: PredictionSubject) {
  const { record, events } = useLearner()
  const [stage, setStage] = useState<PredictionStage>({ is: 'asking' })
  const [unsaved, setUnsaved] = useState(false)
  const kept = useRef<Promise<string> | null>(null)
  const settled = useMemo(() => settledPredictions(events), [events])

  const keep = (writing: Promise<unknown>) => writing.catch(() => setUnsaved(true))

  return {
    stage,
    /** All that this learner ever predicted and saw, on any widget. */
    settled,
    calibration: useMemo(() => calibrationOf(settled), [settled]),
    /** A guess could not be written into the log. */
    unsaved,
    /** `elapsedMs`: how long the learner thought about it. */
    predict: (guess: string, confidence: number, elapsedMs: number) => {
      kept.current = record(predictionEvent(subject, { guess, confidence, elapsedMs })).then(({ id }) => id)
      void keep(kept.current)
      setStage({ is: 'made', guess, confidence })
    },
    skip: () => setStage({ is: 'skipped' }),
    /** What the run came to. Without a guess there is nothing to settle. */
    settle: (outcome: string) => {
      if (stage.is !== 'made' || kept.current === null) return
      void keep(kept.current.then((predictionId) => record(outcomeEvent(subject, predictionId, outcome))))
      setStage({ ...stage, is: 'settled', outcome })
    },
    /** For another run: asks again. */
    askAgain: () => {
      kept.current = null
      setStage({ is: 'asking' })
    },
  }
}

export type PredictionState = ReturnType<typeof usePrediction>
