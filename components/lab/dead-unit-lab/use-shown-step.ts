'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { LabControls } from '@/components/lab/use-lab-settings'

/** A slider passes many steps; a link is told once it rests. */
const REST_MS = 400

interface ShownStepOptions {
  /** As the settings have it: of a link, or of what was undone. */
  at: number
  /** The last step that is known. */
  last: number
  /** Another run is followed from its beginning. */
  round: number
  /** It trains, or is about to. */
  isBusy: boolean
  set: LabControls<'dead-unit-lab'>['set']
  /** The settings ask for a step that is not known yet. */
  onAhead: (step: number) => void
}

/** Which step the cells are of: the latest, unless the reader went back. Kept in the settings once it rests. */
export function useShownStep({
  at,
  last,
  round,
  isBusy,
  set,
  onAhead,
}: ShownStepOptions): [number, (step: number) => void] {
  const [chosen, setChosen] = useState<number | null>(null)
  const written = useRef(at)
  const step = Math.min(chosen ?? last, last)
  const show = useCallback((next: number) => setChosen(next >= last ? null : next), [last])
  const ahead = useRef(onAhead)
  ahead.current = onAhead

  const shownRound = useRef(round)
  useEffect(() => {
    if (shownRound.current !== round) setChosen(null)
    shownRound.current = round
  }, [round])

  useEffect(() => {
    if (at === written.current) return
    written.current = at
    if (at > last) ahead.current(at)
    show(at)
  }, [at, last, show])

  useEffect(() => {
    if (isBusy) return
    const timer = window.setTimeout(() => {
      if (written.current === step) return
      written.current = step
      set({ at: step }, { silent: true })
    }, REST_MS)
    return () => window.clearTimeout(timer)
  }, [step, isBusy, set])
  return [step, show]
}
