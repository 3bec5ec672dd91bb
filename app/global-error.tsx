'use client'

import './globals.css'
import { Button } from '@/components/ui/button'

/** The last resort, when the site's own frame failed: no header, no journal, no theme, only what to do. */
export default function GlobalErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body className="flex min-h-dvh flex-col">
        <title>Something failed · Nonlinear</title>
        <main className="mx-auto flex max-w-xl flex-col items-start gap-4 px-4 py-24 sm:px-6">
          <h1 className="text-4xl">The site failed to load.</h1>
          <p className="text-lg text-muted">
            The fault is ours. What you did so far is kept in this browser. Try again; if it stays, report it
            {error.digest ? (
              <>
                {' '}
                with the number <code className="font-mono">{error.digest}</code>
              </>
            ) : null}
            .
          </p>
          <div className="flex flex-wrap gap-3">
            <Button onClick={reset}>Try again</Button>
            {/* A document load, not a change of view: what is running has failed. */}
            <form action="/" method="get">
              <Button type="submit" variant="secondary">
                Start page
              </Button>
            </form>
          </div>
        </main>
      </body>
    </html>
  )
}
