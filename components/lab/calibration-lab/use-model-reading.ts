'use client'

import { useDeferredValue, useMemo } from 'react'
import type { PlanePlayer, PlaneSnapshot } from '@/lib/training/plane/plane-player'
import type { Surface } from '@/lib/training/protocol'
import { type ModelReading, readModel } from './reading/model-reading'

export interface ReadSnapshot {
  /** What the reading is of: for a moment it may be behind the player. */
  snapshot: PlaneSnapshot
  surface: Surface | null
  reading: ModelReading | null
}

/**
 * What the network says of the points held back, a few times a second while it learns. Curves and bins take a while to be
 * drawn, so they give way to whatever the learner does meanwhile.
 */
export function useModelReading(player: PlanePlayer, snapshot: PlaneSnapshot): ReadSnapshot {
  // The player tells of numbers after it has taken them: what it has now is what the snapshot is of, or later.
  const { scores, surface } = player.last
  const now = useMemo(() => ({ snapshot, scores, surface }), [snapshot, scores, surface])
  const read = useDeferredValue(now)
  const { data, runs } = read.snapshot
  const hasDiverged = runs.some(({ end }) => end?.outcome === 'diverged')
  const reading = useMemo(
    () => (data === null || hasDiverged ? null : readModel(read.scores, data.held.labels)),
    [data, read.scores, hasDiverged],
  )
  return useMemo(() => ({ snapshot: read.snapshot, surface: read.surface, reading }), [read, reading])
}
