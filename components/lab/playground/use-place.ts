'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { LabControls } from '@/components/lab/use-lab-settings'
import type { Place } from './place'
import type { PlaygroundSettings } from './playground-spec'

/** A pointer moves sixty times a second; a link is told once it rests. */
const REST_MS = 400

/** Where values are read: at once for the picture, a moment later for the settings. */
export function usePlace(
  { x, y }: Pick<PlaygroundSettings, 'x' | 'y'>,
  set: LabControls<'playground'>['set'],
): [Place, (place: Place) => void] {
  const [place, setPlace] = useState<Place>({ x, y })
  const timer = useRef(0)
  useEffect(() => {
    // Undo and reset move it too.
    if (timer.current === 0) setPlace((before) => (before.x === x && before.y === y ? before : { x, y }))
  }, [x, y])
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const move = useCallback(
    (next: Place) => {
      setPlace(next)
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => {
        timer.current = 0
        set(next, { silent: true })
      }, REST_MS)
    },
    [set],
  )
  return [place, move]
}
