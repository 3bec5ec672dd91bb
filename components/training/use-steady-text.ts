'use client'

import { useEffect, useState } from 'react'

/** An estimate that changes thirty times a second cannot be read: this one changes once a second. */
export function useSteadyText(fresh: string | null): string | null {
  const [shown, setShown] = useState({ text: fresh, at: 0 })
  useEffect(() => {
    setShown((before) => {
      const now = performance.now()
      return fresh === null || before.text === null || now - before.at > 1000 ? { text: fresh, at: now } : before
    })
  }, [fresh])
  return shown.text
}
