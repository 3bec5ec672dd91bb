'use client'

import { useMemo } from 'react'
import { backSince, countStates } from '@/lib/training/dead-units/unit-history'
import type { UnitSnapshot } from '@/lib/training/dead-units/unit-player'
import { activationAt, type DeadUnitSettings } from './dead-unit-spec'
import type { Cell } from './unit-cells'
import { type CellLook, lookOf } from './unit-words'

export interface ShownCells {
  cells: Cell[]
  counts: { look: CellLook; units: number }[]
  back: { units: number; dead: number; step: number } | null
}

/** What the cells show after a step, and what there is of each. */
export function useCells(
  { history, revision }: UnitSnapshot,
  { swaps }: Pick<DeadUnitSettings, 'swaps'>,
  step: number,
): ShownCells {
  return useMemo(() => {
    // The history is filled in place; its revision says when.
    if (history === null || history.last < step || revision < 0) return { cells: [], counts: [], back: null }
    const { name, since } = activationAt({ swaps }, step)
    const returned = since === null ? null : { step: since, ...backSince(history, since, step) }
    const isBack = new Set(returned?.back)
    const cells = Array.from({ length: history.units }, (_, unit) => ({
      look: lookOf(history.state(step, unit), name),
      awake: history.awakeOn(step, unit),
      isBack: isBack.has(unit),
    }))
    const states = countStates(history, step)
    const counts = (['awake', 'silent-in-batch', 'dead'] as const).map((state) => ({
      look: lookOf(state, name),
      units: states[state],
    }))
    const back = returned === null ? null : { units: returned.back.length, dead: returned.dead, step: returned.step }
    return { cells, counts, back }
  }, [history, revision, swaps, step])
}
