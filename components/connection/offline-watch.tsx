'use client'

import { useEffect, useState } from 'react'
import { useLateModule } from './use-late-module'

const loadNotice = () => import('./offline-notice')

/**
 * Once the page has nothing better to do, fetches what cannot be fetched when it is needed: the notice for lost networks,
 * and the page for those who then ask for another one.
 */
export function OfflineWatch({ keepsPage }: { keepsPage: boolean }) {
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
  useEffect(() => {
    // Browsers that keep nothing for us refuse: there is no offline page then.
    if (idle && keepsPage) navigator.serviceWorker?.register('/service-worker.js').catch(() => undefined)
  }, [idle, keepsPage])
  const notice = useLateModule(loadNotice, idle)
  return notice ? <notice.OfflineNotice /> : null
}
