'use client'

import { useEffect, useRef } from 'react'
import type { PredictionSubject } from './prediction-events'
import { type PredictionState, usePrediction } from './use-prediction'

/**
 * A guess before a run that is settled as soon as the run has an outcome: an answer's id, null while there is none. What
 * came out of a run before the guess settles nothing.
 */
export function useSettledPrediction(subject: PredictionSubject, outcome: string | null): PredictionState {
  const prediction = usePrediction(subject)
  const { settle, stage } = prediction
  const isOpen = useRef(false)
  useEffect(() => {
    if (outcome === null) isOpen.current = stage.is === 'made'
    else if (stage.is === 'made' && isOpen.current) settle(outcome)
    else isOpen.current = false
  }, [outcome, stage, settle])
  return prediction
}
