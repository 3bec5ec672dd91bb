'use client'

import { Eye } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Tooltip } from '@/components/ui/tooltip'

const DEFINITION =
  'One for each visitor and day; programs that crawl the web are left out. No address is stored: a visitor is recognised for a day by a code that cannot be traced back.'

/** How often this lesson or chapter was seen. Being looked at is what counts: a tab in the background waits. */
export function ViewCount({ kind, id }: { kind: 'lesson' | 'chapter'; id: string }) {
  const [views, setViews] = useState<number | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const count = async () => {
      if (document.visibilityState !== 'visible') return
      document.removeEventListener('visibilitychange', count)
      const api = await import('./view-api').catch(() => null)
      setViews(api && (await api.sendView(kind, id, stop.signal)))
    }
    document.addEventListener('visibilitychange', count, { signal: stop.signal })
    void count()
    return () => stop.abort()
  }, [kind, id])
  return (
    <span className="flex min-h-6 min-w-24 items-center gap-1.5">
      {views === null ? null : (
        <>
          <Eye aria-hidden="true" className="size-4" />
          <Tooltip text={DEFINITION}>{`${views.toLocaleString('en')} ${views === 1 ? 'view' : 'views'}`}</Tooltip>
        </>
      )}
    </span>
  )
}
