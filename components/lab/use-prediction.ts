'use client'

import { useMemo, useRef, useState } from 'react'
import { useLearner } from '@/components/learner/use-learner'
import { calibrationOf, settledPredictions } from '@/lib/events/calibration'

export interface PredictionSubject {
  /** Of the experiment or the widget: `lab.depth-lab`. */
  itemId: string
  /** What was predicted about, as with a run's: components/experiment/recipe-version. */
  itemVersion: string
  question: string
  answers: readonly { id: string; label: string }[]
}

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
  const { itemId, itemVersion, question, answers } = subject
  const about = { itemId, itemVersion }
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
      const payload = { question, answers: answers.map(({ id }) => id), guess, confidence }
      kept.current = record({ kind: 'outcome-predicted', ...about, payload, elapsedMs }).then(({ id }) => id)
      void keep(kept.current)
      setStage({ is: 'made', guess, confidence })
    },
    skip: () => setStage({ is: 'skipped' }),
    /** What the run came to. Without a guess there is nothing to settle. */
    settle: (outcome: string) => {
      if (stage.is !== 'made' || kept.current === null) return
      const writing = kept.current.then((predictionId) =>
        record({ kind: 'outcome-seen', ...about, payload: { predictionId, outcome }, elapsedMs: 0 }),
      )
      void keep(writing)
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
