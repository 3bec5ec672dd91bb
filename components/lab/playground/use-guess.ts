'use client'

import { useMemo } from 'react'
import { recipeVersion } from '@/components/experiment/recipe-version'
import type { PredictionSubject } from '@/components/lab/prediction-events'
import type { PredictionState } from '@/components/lab/use-prediction'
import { useSettledPrediction } from '@/components/lab/use-settled-prediction'
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
  const prediction = useSettledPrediction(subject, outcomeOf(runs))
  return { subject, prediction }
}
