'use client'

import { Button, ButtonLink } from '@/components/ui/button'

/** Something of ours failed: says so, names the id under which the log has the cause, offers another try. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div role="alert" className="mx-auto flex max-w-xl flex-col items-start gap-4 px-4 py-24 sm:px-6">
      <h1 className="text-4xl">This page failed to load.</h1>
      <p className="text-lg text-muted">
        The fault is ours, and what you did so far is kept in this browser. Try again; if it stays, report it
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
        <ButtonLink href="/search" prefetch={false} variant="secondary">
          Search
        </ButtonLink>
        <ButtonLink href="/" variant="secondary">
          Start page
        </ButtonLink>
      </div>
    </div>
  )
}
