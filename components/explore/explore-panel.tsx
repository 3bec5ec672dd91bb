'use client'

import { useSearchParams } from 'next/navigation'
import { Suspense } from 'react'
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
  const choice = readChoice(useSearchParams(), listValues(items))
  const go = (next: Choice) => {
    const query = writeChoice(next)
    // No page is asked for: everything is here.
    window.history.pushState(null, '', query === '' ? window.location.pathname : `?${query}`)
  }
  return <ExploreView items={items} choice={choice} onChoose={go} />
}
