'use client'

import { useEffect, useState } from 'react'
import { useLateModule } from './use-late-module'

const loadNotice = () => import('./offline-notice')

/** Fetches the notice for lost networks once the page has nothing better to do: it cannot be fetched when it is needed. */
export function OfflineWatch() {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    // Safari has no requestIdleCallback.
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(() => setIdle(true), 1000)
      return () => clearTimeout(timer)
    }
    const request = requestIdleCallback(() => setIdle(true))
    return () => cancelIdleCallback(request)
  }, [])
  const notice = useLateModule(loadNotice, idle)
  return notice ? <notice.OfflineNotice /> : null
}
