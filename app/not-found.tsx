import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'

export const metadata: Metadata = { title: 'Page not found' }

export default function NotFound() {
  return (
    <div className="mx-auto flex max-w-xl flex-col items-start gap-4 px-4 py-24 sm:px-6">
      <p className="font-mono text-muted text-sm">404</p>
      <h1 className="text-4xl">This page does not exist.</h1>
      <p className="text-lg text-muted">
        The address may be mistyped, or the lesson may not be written yet. The course page lists everything there is.
      </p>
      <div className="mt-2 flex flex-wrap gap-3">
        <ButtonLink href="/courses/deep-learning-fundamentals">Go to the course</ButtonLink>
        <ButtonLink href="/" variant="secondary">
          Start page
        </ButtonLink>
      </div>
    </div>
  )
}
