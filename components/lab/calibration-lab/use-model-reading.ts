'use client'

import { useMemo } from 'react'
import type { PlanePlayer, PlaneSnapshot } from '@/lib/training/plane/plane-player'
import { type ModelReading, readModel } from './reading/model-reading'

/** What the network says of the points held back, a few times a second while it learns. */
export function useModelReading(player: PlanePlayer, { data, runs }: PlaneSnapshot): ModelReading | null {
  const hasDiverged = runs.some(({ end }) => end?.outcome === 'diverged')
  // The player tells of numbers after it has taken them: what it has now is what the snapshot is of, or later.
  const { scores } = player.last
  return useMemo(
    () => (data === null || hasDiverged ? null : readModel(scores, data.held.labels)),
    [data, scores, hasDiverged],
  )
}
