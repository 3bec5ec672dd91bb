import type { Metadata } from 'next'
import { NearestMatches } from '@/components/search/nearest-matches'
import { SearchForm } from '@/components/search/search-form'
import { ButtonLink } from '@/components/ui/button'
import { searchIndexHref } from '@/lib/course/search/site-index'

export const metadata: Metadata = { title: 'Page not found', robots: { index: false } }

export default function NotFound() {
  return (
    <div className="mx-auto max-w-2xl px-4 py-16 sm:px-6 sm:py-24">
      <p className="font-mono text-muted text-sm">404</p>
      <h1 className="mt-3 text-4xl">This page does not exist.</h1>
      <p className="mt-4 text-lg text-muted">
        The address may be mistyped, or what was here may have moved. Search for it:
      </p>
      <div className="mt-6">
        <SearchForm />
      </div>
      <div className="mt-4 flex flex-wrap gap-3">
        <ButtonLink href="/courses/deep-learning-fundamentals" variant="secondary">
          The course
        </ButtonLink>
        <ButtonLink href="/glossary" variant="secondary">
          Glossary
        </ButtonLink>
        <ButtonLink href="/" variant="secondary">
          Start page
        </ButtonLink>
      </div>
      <div className="mt-10 min-h-72">
        <NearestMatches indexHref={searchIndexHref()} />
      </div>
    </div>
  )
}
