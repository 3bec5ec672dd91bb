'use client'

import { useEffect, useMemo, useRef } from 'react'
import { recipeVersion } from '@/components/experiment/recipe-version'
import type { PredictionSubject } from '@/components/lab/prediction-events'
import type { PredictionState } from '@/components/lab/use-prediction'
import { useSettledPrediction } from '@/components/lab/use-settled-prediction'
import { backSince } from '@/lib/training/dead-units/unit-history'
import type { UnitPlan, UnitSnapshot } from '@/lib/training/dead-units/unit-player'
import { type DeadUnitSettings, swapsOf } from './dead-unit-spec'
import { type Asked, outcomeOf, subjectOf } from './unit-predictions'

/** The guess before a run: how many will die, or, once the activation was swapped, how many will come back. */
export function useUnitGuess(
  plan: UnitPlan | null,
  settings: Pick<DeadUnitSettings, 'swaps' | 'pause' | 'units'>,
  { history, run }: UnitSnapshot,
): { subject: PredictionSubject; prediction: PredictionState } {
  const version = useMemo(() => recipeVersion(plan?.spec ?? null), [plan])
  const steps = plan?.steps ?? 0
  const units = settings.units.reduce((sum, count) => sum + count, 0)
  const last = history?.last ?? 0
  const swap = swapsOf(settings).findLast(([at]) => at <= last && at < steps)?.[0] ?? null
  const dead = swap === null || history === null ? 0 : backSince(history, swap, swap).dead
  const { pause } = settings
  const subjectAsked = useMemo((): Asked => {
    if (swap !== null && dead > 0) return { about: 'revivals', dead, swap, until: steps }
    const pauses = pause > 0 && pause < steps
    return { about: 'deaths', units, until: pauses ? pause : steps, pauses }
  }, [swap, dead, steps, units, pause])
  const subject = useMemo(() => subjectOf(subjectAsked, version), [subjectAsked, version])
  const outcome = outcomeOf(subjectAsked, history, run?.end?.outcome === 'diverged')
  const prediction = useSettledPrediction(subject, outcome)

  // Another question is another guess.
  const { askAgain } = prediction
  const again = useRef(askAgain)
  again.current = askAgain
  const isFirst = useRef(true)
  const { question } = subject
  useEffect(() => {
    if (isFirst.current) isFirst.current = false
    else if (question !== '') again.current()
  }, [question])
  return { subject, prediction }
}
