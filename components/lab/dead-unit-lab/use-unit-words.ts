'use client'

import { useEffect, useRef } from 'react'
import { usePhaseWords } from '@/components/lab/use-phase-words'
import type { UnitSnapshot } from '@/lib/training/dead-units/unit-player'
import { LOOK_NAMES } from './unit-words'
import type { ShownCells } from './use-cells'

interface UnitWords {
  snapshot: UnitSnapshot
  counts: ShownCells['counts']
  announce: (text: string) => void
}

/** Tells a screen reader how the run goes, and at each rest how many units are in which state. */
export function useUnitWords({ snapshot, counts, announce }: UnitWords): void {
  const { phase, run } = snapshot
  const states = counts.map(({ look, units }) => `${units} ${LOOK_NAMES[look]}`).join(', ')
  const endWords = () =>
    run?.end?.outcome === 'diverged' ? `Diverged at step ${run.end.step}: ${states}.` : `Finished: ${states}.`
  usePhaseWords({ snapshot, endWords, announce })
  const wasRunning = useRef(false)
  const latest = useRef(states)
  latest.current = states
  // After the words of the phase, which it says more of.
  useEffect(() => {
    if (phase === 'paused' && wasRunning.current) announce(`Paused: ${latest.current}.`)
    wasRunning.current = phase === 'running'
  }, [phase, announce])
}
