'use client'

import { useEffect, useMemo } from 'react'
import { recipeVersion } from '@/components/experiment/recipe-version'
import type { PredictionSubject } from '@/components/lab/prediction-events'
import { type PredictionState, usePrediction } from '@/components/lab/use-prediction'
import type { RunCurves } from '@/lib/training/plane/plane-curves'
import type { PlanePlan } from '@/lib/training/plane/plane-player'
import { outcomeOf, predictionSubject } from './prediction-subject'

/** The guess before a run: settled when the run is over. */
export function useGuess(
  plan: PlanePlan | null,
  runs: readonly RunCurves[],
): { subject: PredictionSubject; prediction: PredictionState } {
  const version = useMemo(() => recipeVersion(plan?.spec ?? null), [plan])
  const seeds = plan?.seeds.length ?? 1
  const subject = useMemo(() => predictionSubject(version, seeds), [version, seeds])
  const prediction = usePrediction(subject)
  const outcome = outcomeOf(runs)
  const { settle, stage } = prediction
  useEffect(() => {
    if (outcome !== null && stage.is === 'made') settle(outcome)
  }, [outcome, stage, settle])
  return { subject, prediction }
}
