'use client'

import { useEffect, useState } from 'react'
import type { Speed } from '@/components/lab/run-bar'
import { useAskedPlayer } from '@/components/lab/use-asked-player'
import type { Pace } from '@/lib/training/asked/asked-player'
import { createAskedTrainer } from '@/lib/training/asked/asked-trainer'
import { EMPTY_UNITS, type UnitPlan, UnitPlayer, type UnitSnapshot } from '@/lib/training/dead-units/unit-player'
import { UNITS } from '@/lib/training/dead-units/unit-protocol'

const PACES: Record<Speed, Pace> = {
  slow: { steps: 1, budgetMs: 24 },
  normal: { steps: 4, budgetMs: 24 },
  fast: { steps: 100_000, budgetMs: 16 },
}

interface UnitPlayerOptions {
  speed: Speed
  /** 0: nowhere. */
  pause: number
  /** The step that a link leads to. */
  at: number
  onScreen: boolean
}

/** The player of a dead unit lab. */
export function useUnitPlayer(
  plan: UnitPlan | null,
  { speed, pause, at, onScreen }: UnitPlayerOptions,
): { player: UnitPlayer; snapshot: UnitSnapshot } {
  const { player, snapshot } = useAskedPlayer(
    (ports) => new UnitPlayer({ ...ports, createTrainer: () => createAskedTrainer(UNITS) }),
    EMPTY_UNITS,
    { plan, pace: PACES[speed], onScreen },
  )
  useEffect(() => player.setPauseAt(pause === 0 ? null : pause), [player, pause])
  // Once: later the reader is who leads.
  const [first] = useState(at)
  useEffect(() => {
    if (first > 0) player.runTo(first)
  }, [player, first])
  return { player, snapshot }
}
