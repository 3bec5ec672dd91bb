'use client'

import { useEffect, useRef } from 'react'
import { usePhaseWords } from '@/components/lab/use-phase-words'
import { formatPercent } from '@/components/plot/format-number'
import type { GoalVerdict } from '@/lib/lab/goal'
import type { PlaneSnapshot } from '@/lib/training/plane/plane-player'
import { finalAccuracies } from './seed-curves'

interface RunWords {
  snapshot: PlaneSnapshot
  /** Where a lesson set a goal. */
  verdict?: GoalVerdict | null
  announce: (text: string) => void
}

/** Tells a screen reader what changes rarely: how the run goes, and that the goal is reached. */
export function useRunWords({ snapshot, verdict = null, announce }: RunWords): void {
  usePhaseWords({ snapshot, endWords: () => endWords(snapshot.runs), announce })
  const isReached = verdict?.is === 'reached'
  const hadReached = useRef(false)
  useEffect(() => {
    if (isReached && !hadReached.current) announce('Your task is done: the goal is reached.')
    hadReached.current = isReached
  }, [isReached, announce])
}

function endWords(runs: PlaneSnapshot['runs']): string {
  const diverged = runs.filter(({ end }) => end?.outcome === 'diverged')
  const all = finalAccuracies(runs)
  const right =
    all.length === 0
      ? ''
      : ` ${formatPercent(all.reduce((sum, one) => sum + one, 0) / all.length)} of the held-back points are right.`
  const lost = diverged.map(
    ({ seed, end }) => ` Seed ${seed} diverged at step ${end?.outcome === 'diverged' ? end.step : ''}.`,
  )
  return `Finished.${right}${lost.join('')}`
}
