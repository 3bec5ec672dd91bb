'use client'

import { useEffect } from 'react'
import type { Speed } from '@/components/lab/run-bar'
import { useAskedPlayer } from '@/components/lab/use-asked-player'
import type { Pace } from '@/lib/training/asked/asked-player'
import { createAskedTrainer } from '@/lib/training/asked/asked-trainer'
import { type DepthPlan, DepthPlayer, type DepthSnapshot, EMPTY_DEPTH } from '@/lib/training/depth/depth-player'
import { DEPTH } from '@/lib/training/depth/depth-protocol'

/** Steps from one reading to the next: single ones, three in an epoch, three epochs. */
const PACES: Record<Speed, Pace> = {
  slow: { steps: 1, budgetMs: 30 },
  normal: { steps: 3, budgetMs: 30 },
  fast: { steps: 27, budgetMs: 30 },
}

interface Played {
  plan: DepthPlan | null
  speed: Speed
  onScreen: boolean
  /** Whose histograms are shown. */
  look: number
}

export function useDepthPlayer({ plan, speed, onScreen, look }: Played): {
  player: DepthPlayer
  snapshot: DepthSnapshot
} {
  const played = useAskedPlayer(
    (ports) => new DepthPlayer({ ...ports, createTrainer: () => createAskedTrainer(DEPTH) }),
    EMPTY_DEPTH,
    { plan, pace: PACES[speed], onScreen },
  )
  useEffect(() => played.player.setLook(look), [played.player, look])
  return played
}
