'use client'

import { useMemo } from 'react'
import { type Goal, type GoalVerdict, judgeGoal, parseGoal } from '@/lib/lab/goal'
import type { RunCurves } from '@/lib/training/plane/plane-curves'
import { type PlaygroundSettings, unitsOf } from './playground-spec'

/** The task that the lesson sets, if it does, and how the run stands. */
export function useGoal(
  text: string | undefined,
  settings: PlaygroundSettings,
  runs: readonly RunCurves[],
): { goal: Goal; verdict: GoalVerdict } | null {
  const goal = useMemo(() => (text === undefined ? null : parseGoal(text)), [text])
  const { data, layers } = settings
  const units = unitsOf(settings)
  return useMemo(() => {
    if (goal === null) return null
    const reachedAt = runs.map(
      ({ evaluations }) =>
        evaluations.find(({ validation }) => (validation.accuracy ?? 0) >= goal.accuracy)?.epoch ?? null,
    )
    return { goal, verdict: judgeGoal(goal, { data, units, layers: layers.length, reachedAt }) }
  }, [goal, data, units, layers.length, runs])
}
