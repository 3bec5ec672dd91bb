'use client'

import { Eye } from 'lucide-react'
import { useEffect, useState } from 'react'
import * as z from 'zod/mini'
import { Tooltip } from '@/components/ui/tooltip'

const answerSchema = z.object({ views: z.number() })

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
      setViews(await sendView(kind, id, stop.signal))
    }
    document.addEventListener('visibilitychange', count, { signal: stop.signal })
    void count()
    return () => stop.abort()
  }, [kind, id])
  return (
    <span className="inline-flex min-h-6 min-w-24 items-center gap-1.5">
      {views === null ? null : (
        <>
          <Eye aria-hidden="true" className="size-4" />
          <Tooltip text={DEFINITION}>{`${views.toLocaleString('en')} ${views === 1 ? 'view' : 'views'}`}</Tooltip>
        </>
      )}
    </span>
  )
}

/** Null where nobody answered: a count is nothing to complain about. */
async function sendView(kind: string, id: string, signal: AbortSignal): Promise<number | null> {
  try {
    const response = await fetch(`/api/views/${kind}/${id}`, { method: 'POST', signal })
    const answer = answerSchema.safeParse(response.ok ? await response.json() : null)
    return answer.success ? answer.data.views : null
  } catch {
    return null
  }
}
