'use client'

import { useEffect, useRef } from 'react'
import type { Measures } from './reading/confusion'
import { tradeWords } from './reading/threshold-words'

/** Long enough for a slider to come to rest. */
const REST_MS = 700

/** Tells a screen reader what a moved threshold or temperature came to, once it stands still. */
export function useTradeWords(
  { threshold, temperature }: { threshold: number; temperature: number },
  measures: Measures | null,
  announce: (text: string) => void,
): void {
  const latest = useRef(measures)
  latest.current = measures
  const key = `${threshold}/${temperature}`
  const told = useRef(key)
  useEffect(() => {
    if (told.current === key) return
    told.current = key
    const timer = window.setTimeout(() => {
      if (latest.current !== null) announce(tradeWords(threshold, latest.current))
    }, REST_MS)
    return () => window.clearTimeout(timer)
  }, [key, threshold, announce])
}
