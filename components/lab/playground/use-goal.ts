'use client'

import { useMemo } from 'react'
import { type Goal, type GoalVerdict, parseGoal } from '@/lib/lab/goal'
import type { RunCurves } from '@/lib/training/plane/plane-curves'
import { goalVerdict } from './goal-verdict'
import type { PlaygroundSettings } from './playground-spec'

/** The task that the lesson sets, if it does, and how the run stands. */
export function useGoal(
  text: string | undefined,
  { data, layers }: PlaygroundSettings,
  runs: readonly RunCurves[],
): { goal: Goal; verdict: GoalVerdict } | null {
  const goal = useMemo(() => (text === undefined ? null : parseGoal(text)), [text])
  return useMemo(
    () => (goal === null ? null : { goal, verdict: goalVerdict(goal, { data, layers }, runs) }),
    [goal, data, layers, runs],
  )
}
