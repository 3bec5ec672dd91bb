'use client'

import { useSyncExternalStore } from 'react'
import type { Form } from './map-data'

/** The same width as in the style sheet (.map-node). */
const WIDE = '(width >= 48rem)'

/** Which sheet the style sheet shows; the wide one in the static document. */
export function useForm(): Form {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(WIDE)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => (window.matchMedia(WIDE).matches ? 'wide' : 'narrow'),
    () => 'wide',
  )
}
