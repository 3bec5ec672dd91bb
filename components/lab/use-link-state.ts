'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { type DecodedLink, decodeLab } from '@/lib/lab/decode-link'
import { encodeLab } from '@/lib/lab/encode-link'
import { defaultState, FIRST_WIDGET, type LabState } from '@/lib/lab/registry'

/** Browsers allow a page some two changes of its address a second, for long. */
const WRITE_AFTER_MS = 500

const AT_FIRST: DecodedLink = { state: defaultState(FIRST_WIDGET), problems: [] }

/** The page's address as a state: read when it is opened or changed from outside, written after changes inside. */
export function useLinkState(): {
  /** Null until the page is live: the server does not see what stands after the `#`. */
  link: DecodedLink | null
  /** Another number for every time that the address came from outside. */
  arrival: number
  /** Notes what the widget was set to. */
  keep: (state: LabState) => void
} {
  const [read, setRead] = useState<{ link: DecodedLink; arrival: number } | null>(null)
  const timer = useRef(0)

  useEffect(() => {
    const arrive = () => {
      window.clearTimeout(timer.current)
      const link = decodeLab(window.location.hash)
      // The anchor of a heading, on a page that already shows something, is no wish for another widget.
      setRead((before) =>
        link === null && before !== null ? before : { link: link ?? AT_FIRST, arrival: (before?.arrival ?? 0) + 1 },
      )
    }
    arrive()
    window.addEventListener('hashchange', arrive)
    return () => {
      window.clearTimeout(timer.current)
      window.removeEventListener('hashchange', arrive)
    }
  }, [])

  const keep = useCallback((state: LabState) => {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      window.history.replaceState(window.history.state, '', `#${encodeLab(state)}`)
    }, WRITE_AFTER_MS)
  }, [])

  return { link: read?.link ?? null, arrival: read?.arrival ?? 0, keep }
}
