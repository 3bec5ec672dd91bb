'use client'

import { useEffect, useRef } from 'react'
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

/** Tells a screen reader what changes rarely: a beginning, a pause, an end, a goal reached. */
export function useRunWords({ snapshot, verdict = null, announce }: RunWords): void {
  const { phase, round } = snapshot
  const latest = useRef(snapshot)
  latest.current = snapshot
  const before = useRef({ phase, round })
  const isReached = verdict?.is === 'reached'
  const hadReached = useRef(false)

  useEffect(() => {
    const was = before.current
    before.current = { phase, round }
    if (phase === was.phase && round === was.round) return
    const words = wordsFor(latest.current, was)
    if (words !== null) announce(words)
  }, [phase, round, announce])

  useEffect(() => {
    if (isReached && !hadReached.current) announce('Your task is done: the goal is reached.')
    hadReached.current = isReached
  }, [isReached, announce])
}

function wordsFor({ phase, runs }: PlaneSnapshot, was: { phase: PlaneSnapshot['phase'] }): string | null {
  switch (phase) {
    case 'running':
      return was.phase === 'running' ? 'Started anew with the changed settings.' : 'Training.'
    case 'paused':
      return was.phase === 'running' ? 'Paused.' : null
    case 'stopped':
      return 'Stopped. The curves are kept.'
    case 'finished':
      return endWords(runs)
    default:
      return null
  }
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
