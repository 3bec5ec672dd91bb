'use client'

import { useSyncExternalStore } from 'react'

let version = 0

function subscribe(listener: () => void): () => void {
  const changed = () => {
    version++
    listener()
  }
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  scheme.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    scheme.removeEventListener('change', changed)
  }
}

/** Changes whenever the theme may have: a canvas holds colours by value and must then be drawn again. */
export function useThemeVersion(): number {
  return useSyncExternalStore(
    subscribe,
    () => version,
    () => 0,
  )
}
