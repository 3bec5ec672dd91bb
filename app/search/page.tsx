import type { Metadata } from 'next'
import { HitList } from '@/components/search/hit-list'
import { SearchForm } from '@/components/search/search-form'
import { ButtonLink } from '@/components/ui/button'
import { openSiteIndex } from '@/lib/course/search/site-index'
import { answer } from '@/lib/search/groups'

export const metadata: Metadata = { title: 'Search', robots: { index: false } }

/** The search for readers without script, and for links to a search: answered on the server, in plain links. */
export default async function SearchPage({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const { q = '' } = await searchParams
  const found = answer(openSiteIndex(), typeof q === 'string' ? q : q.join(' '))
  const { shown } = found.query
  return (
    <div className="mx-auto max-w-3xl px-4 pt-12 pb-16 sm:px-6">
      <h1 className="mb-6 text-4xl sm:text-5xl">Search</h1>
      <SearchForm key={shown} query={shown} />
      <p role="status" className="mt-4 break-words text-muted">
        {shown === '' ? (
          'Lessons, glossary, formulas, flashcards and challenges. Other names and small slips are understood.'
        ) : (
          <>
            {found.count === 0 ? 'Nothing' : found.count === 1 ? '1 result' : `${found.count} results`} for “
            <bdi className="text-ink">{shown}</bdi>”
            {found.count === 0 ? '. Fewer words, or another name for it, may help.' : null}
          </>
        )}
      </p>
      <HitList answer={found} />
      {found.count === 0 ? (
        <div className="mt-8 flex flex-wrap gap-3">
          <ButtonLink href="/glossary" variant="secondary">
            The glossary
          </ButtonLink>
          <ButtonLink href="/formulas" variant="secondary">
            The formula sheet
          </ButtonLink>
        </div>
      ) : null}
    </div>
  )
}
