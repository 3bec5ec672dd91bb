'use client'

import { useEffect, useRef, useState } from 'react'
import { createSlopeSound, type SlopeSound } from './slope-sound'

/** From one end of the axis to the other. */
const SWEEP_MS = 4000

export interface SlopeSoundState {
  on: boolean
  /** The browser has no sound. */
  unavailable: boolean
  toggle: () => void
  /** Reads the curve from left to right; null while it is off. */
  sweep: (() => void) | null
}

/** Sounds the slope at x whenever x moves, once it is asked for. */
export function useSlopeSound(
  slope: (x: number) => number,
  x: number,
  place: {
    from: number
    to: number
    onX: (x: number) => void
  },
): SlopeSoundState {
  const [sound, setSound] = useState<SlopeSound | null>(null)
  const [unavailable, setUnavailable] = useState(false)
  const frame = useRef(0)
  const at = slope(x)

  useEffect(() => sound?.play(at), [sound, at])
  useEffect(
    () => () => {
      cancelAnimationFrame(frame.current)
      sound?.close()
    },
    [sound],
  )

  function sweep() {
    const { from, to, onX } = place
    const started = performance.now()
    const next = (now: number) => {
      const share = Math.min(1, (now - started) / SWEEP_MS)
      onX(Number((from + share * (to - from)).toPrecision(6)))
      if (share < 1) frame.current = requestAnimationFrame(next)
    }
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(next)
  }

  return {
    on: sound !== null,
    unavailable,
    toggle: () => {
      if (sound !== null) return setSound(null)
      const created = createSlopeSound()
      setUnavailable(created === null)
      setSound(created)
    },
    sweep: sound === null ? null : sweep,
  }
}
