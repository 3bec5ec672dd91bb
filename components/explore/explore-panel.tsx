'use client'

import { useSearchParams } from 'next/navigation'
import { Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { ExploreItem } from './explore-data'
import { ExploreView } from './explore-view'
import { type Choice, listValues, NO_CHOICE, readChoice, writeChoice } from './facets'

/** The choice lives in the address, so that it can be kept, shared and gone back to. */
export function ExplorePanel({ items }: { items: ExploreItem[] }) {
  return (
    <Suspense fallback={<ExploreView items={items} choice={NO_CHOICE} onChoose={() => undefined} />}>
      <Chosen items={items} />
    </Suspense>
  )
}

function Chosen({ items }: { items: ExploreItem[] }) {
  const values = useMemo(() => listValues(items), [items])
  const query = useSearchParams()
  const [choice, setChoice] = useState(() => readChoice(withEarlyTicks(query), values))
  const begun = useRef<Choice | null>(choice)
  // Also what a link, or going back, asks for. The address itself is newer than the router's word of it.
  useEffect(() => {
    if (query === null) return
    const asked = readChoice(new URLSearchParams(window.location.search), values)
    const early = begun.current
    begun.current = null
    // The first time, what was ticked before the scripts were here goes into the address.
    if (early === null || writeChoice(early) === writeChoice(asked)) setChoice(asked)
    else window.history.replaceState(null, '', addressOf(early))
  }, [query, values])
  const go = (next: Choice) => {
    setChoice(next)
    // No page is asked for: everything is here.
    window.history.pushState(null, '', addressOf(next))
  }
  return <ExploreView items={items} choice={choice} onChoose={go} />
}

function addressOf(choice: Choice): string {
  const asked = writeChoice(choice)
  return asked === '' ? window.location.pathname : `?${asked}`
}

/** The boxes of the static page, which this one is about to replace, may have been ticked while it was on its way. */
function withEarlyTicks(query: URLSearchParams | null): URLSearchParams {
  const asked = new URLSearchParams(query ?? '')
  if (typeof document === 'undefined') return asked
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filter]')) {
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') asked.append(name, value)
  }
  return asked
}
