'use client'

import { useEffect, useRef } from 'react'

interface PhaseWords {
  snapshot: { phase: string; round: number }
  /** Said when it is over. */
  endWords: () => string
  /** Said when it begins; by default that it trains. */
  beginWords?: string
  announce: (text: string) => void
}

/** Tells a screen reader what changes rarely: a beginning, a pause, an end. */
export function usePhaseWords({
  snapshot: { phase, round },
  endWords,
  beginWords = 'Training.',
  announce,
}: PhaseWords) {
  const end = useRef(endWords)
  end.current = endWords
  const before = useRef({ phase, round })
  useEffect(() => {
    const was = before.current
    before.current = { phase, round }
    if (phase === was.phase && round === was.round) return
    const wasRunning = was.phase === 'running'
    if (phase === 'running') announce(wasRunning ? 'Started anew with the changed settings.' : beginWords)
    else if (phase === 'paused' && wasRunning) announce('Paused.')
    else if (phase === 'stopped') announce('Stopped. The curves are kept.')
    else if (phase === 'finished') announce(end.current())
  }, [phase, round, beginWords, announce])
}
