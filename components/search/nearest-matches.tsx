'use client'

import { useEffect, useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import type { SearchDocument } from '@/lib/search/document'

const LONGEST_SHOWN = 90

/**
 * On the page for an address that leads nowhere: the address, and what it may have meant. That page is one document for
 * all such addresses, so both are found out here; without script it says less.
 */
export function NearestMatches({ indexHref }: { indexHref: string }) {
  const [missing, setMissing] = useState<string | null>(null)
  const [matches, setMatches] = useState<SearchDocument[]>([])

  useEffect(() => {
    const path = location.pathname
    Promise.all([import('@/lib/search/nearest-pages'), import('./load-index')])
      .then(async ([{ nearestPages, readable }, { loadIndex }]) => {
        setMissing(readable(path))
        setMatches(nearestPages(await loadIndex(indexHref), path))
      })
      // Without the index there is still the rest of the page.
      .catch(() => undefined)
  }, [indexHref])

  return (
    <>
      {missing === null ? null : (
        <p className="break-all font-mono text-muted text-sm">
          <bdi>{missing.length > LONGEST_SHOWN ? `${missing.slice(0, LONGEST_SHOWN)} …` : missing}</bdi>
        </p>
      )}
      {matches.length > 0 ? (
        <nav aria-labelledby="nearest-title" className="mt-4">
          <h2 id="nearest-title" className="text-xl">
            Did you mean
          </h2>
          <ul className="mt-3 divide-y divide-line rounded-card border border-line bg-surface">
            {matches.map(({ href, title, place, planned }) => (
              <li key={href}>
                <Link
                  href={href}
                  className="flex min-h-11 flex-wrap items-baseline gap-x-2 px-4 py-2.5 hover:bg-sunken"
                >
                  <span className="font-medium text-accent">{title}</span>
                  {planned ? <Badge>planned</Badge> : null}
                  <span className="text-muted text-sm">{place}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </>
  )
}
