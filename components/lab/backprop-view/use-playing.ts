'use client'

import { useEffect, useEffectEvent, useState } from 'react'

/** Between two steps: long enough to read a sentence. */
const STEP_MS = 1600

/** Goes on by itself, from step to step, while the widget can be seen; it stops at the end. */
export function usePlaying({ onScreen, atEnd, next }: { onScreen: boolean; atEnd: boolean; next: () => void }) {
  const [wanted, setWanted] = useState(false)
  const playing = wanted && !atEnd
  const advance = useEffectEvent(next)
  useEffect(() => {
    if (!playing || !onScreen) return
    const timer = window.setInterval(() => advance(), STEP_MS)
    return () => window.clearInterval(timer)
  }, [playing, onScreen])
  return { playing, setPlaying: setWanted }
}
