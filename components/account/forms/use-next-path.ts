'use client'

import { useEffect, useState } from 'react'
import { safeNextPath } from '@/components/account/next-path'

/** The safe `next` of this page's address. Read after hydration: the page itself is the same for all. */
export function useNextPath(): string {
  const [next, setNext] = useState(() => safeNextPath(null))
  useEffect(() => {
    setNext(safeNextPath(new URLSearchParams(window.location.search).get('next')))
  }, [])
  return next
}
