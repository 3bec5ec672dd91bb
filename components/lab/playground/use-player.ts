'use client'

import type { Speed } from '@/components/lab/run-bar'
import { useAskedPlayer } from '@/components/lab/use-asked-player'
import { createPlaneTrainer } from '@/lib/training/plane/plane-client'
import {
  EMPTY_SNAPSHOT,
  type Pace,
  type PlanePlan,
  PlanePlayer,
  type PlaneSnapshot,
} from '@/lib/training/plane/plane-player'

const PACES: Record<Speed, Pace> = {
  slow: { steps: 1, budgetMs: 24 },
  normal: { steps: 12, budgetMs: 24 },
  fast: { steps: 100_000, budgetMs: 16 },
}

/** The player of a playground. */
export function usePlayer(
  plan: PlanePlan | null,
  speed: Speed,
  onScreen: boolean,
): { player: PlanePlayer; snapshot: PlaneSnapshot } {
  return useAskedPlayer((ports) => new PlanePlayer({ ...ports, createTrainer: createPlaneTrainer }), EMPTY_SNAPSHOT, {
    plan,
    pace: PACES[speed],
    onScreen,
  })
}
