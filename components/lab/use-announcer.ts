'use client'

import { useCallback, useState } from 'react'

/** What a screen reader is told, by the one live region of the frame: short, and only what was asked for. */
export function useAnnouncer(): { announcement: string; announce: (text: string) => void } {
  const [announcement, setAnnouncement] = useState('')
  const announce = useCallback((text: string) => {
    // The same words twice are told twice only where the text differs.
    setAnnouncement((before) => (before === text ? `${text}\u00a0` : text))
  }, [])
  return { announcement, announce }
}
