import type { Metadata } from 'next'
import { buttonClass } from '@/components/ui/button'

export const metadata: Metadata = { title: 'No connection', robots: { index: false } }

/** The address at which this page stands, whichever that is. */
const HERE = ''

/** Stands in for any page that cannot be fetched (public/service-worker.js), at that page's address. */
export default function OfflinePage() {
  return (
    <div className="mx-auto flex max-w-xl flex-col items-start gap-4 px-4 py-24 sm:px-6">
      <h1 className="text-4xl">This page needs a connection.</h1>
      <p className="text-lg text-muted">
        Neither this page nor anything else could be fetched just now: the network is away, or the server is. What you
        did so far is kept in this browser.
      </p>
      <p className="text-lg text-muted">A lesson that is still open in another tab goes on working.</p>
      {/* A plain link, since scripts may not have come. */}
      <a href={HERE} className={buttonClass()}>
        Try again
      </a>
    </div>
  )
}
