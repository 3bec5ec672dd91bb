'use client'

import { useEffect, useRef, useState } from 'react'

const STORAGE_KEY = 'review-shortcuts'
const OFF = 'off'
const EDITABLE = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]'
const PRESSABLE = 'button, a[href], summary, input, label, [role=button]'

/**
 * Single-key shortcuts for the page (names as in KeyboardEvent.key, lower case), which can be
 * turned off for good, as WCAG 2.1.4 asks. Keys pressed in a field or with a modifier are left
 * alone, and so are Space and Enter on anything that they already press.
 */
export function useShortcuts(actions: Record<string, (() => void) | undefined>): {
  enabled: boolean
  setEnabled: (enabled: boolean) => void
} {
  const [enabled, setEnabled] = useState(true)
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })

  useEffect(() => {
    try {
      setEnabled(window.localStorage.getItem(STORAGE_KEY) !== OFF)
    } catch {
      // Storage is blocked: the choice lasts as long as the page.
    }
  }, [])

  useEffect(() => {
    if (!enabled) return
    function press(event: KeyboardEvent) {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest(EDITABLE)) return
      if ((event.key === ' ' || event.key === 'Enter') && target?.closest(PRESSABLE)) return
      const action = latest.current[event.key.toLowerCase()]
      if (action === undefined) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [enabled])

  return {
    enabled,
    setEnabled(next) {
      setEnabled(next)
      try {
        if (next) window.localStorage.removeItem(STORAGE_KEY)
        else window.localStorage.setItem(STORAGE_KEY, OFF)
      } catch {
        // As above.
      }
    },
  }
}
