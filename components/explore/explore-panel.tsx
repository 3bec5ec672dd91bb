'use client'

import { useSearchParams } from 'next/navigation'
import { Suspense, useEffect, useMemo, useState } from 'react'
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
  const [choice, setChoice] = useState(() => readChoice(query, values))
  // Also what a link, or going back, asks for. The address itself is newer than the router's word of it.
  useEffect(() => {
    if (query !== null) setChoice(readChoice(new URLSearchParams(window.location.search), values))
  }, [query, values])
  const go = (next: Choice) => {
    setChoice(next)
    const asked = writeChoice(next)
    // No page is asked for: everything is here.
    window.history.pushState(null, '', asked === '' ? window.location.pathname : `?${asked}`)
  }
  return <ExploreView items={items} choice={choice} onChoose={go} />
}
