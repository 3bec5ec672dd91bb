import type { ReactNode } from 'react'
import { ContentsList } from '@/components/lesson/frame/contents-list'
import { ScrollPlaces } from '@/components/lesson/scroll-places'
import { classNames } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'
import { formatDay } from './format-day'

export interface PageText {
  address: string
  title: string
  summary: string
  /** `2026-11-22` */
  updated: string
  published?: string
  author?: string
  headings: { depth: number; title: string; anchor: string }[]
}

interface ProsePageProps {
  page: PageText
  /** The pages of the same part of the site, this one included; shown where there is more than one. */
  siblings: { address: string; title: string }[]
  /** Between the heading and the text. */
  lead?: ReactNode
  children: ReactNode
}

/** A page that is text: its heading, its neighbours, its sections, the day it last changed. */
export function ProsePage({ page, siblings, lead, children }: ProsePageProps) {
  const { title, summary, updated, published, author } = page
  const sections = page.headings.filter(({ depth }) => depth === 2)
  const hasContents = sections.length > 3
  return (
    <div className="mx-auto max-w-6xl px-4 pt-8 pb-20 sm:px-6 sm:pt-12">
      {siblings.length > 1 ? <Siblings siblings={siblings} here={page.address} /> : null}
      <header className="max-w-[46rem]">
        {published ? <Byline published={published} author={author} /> : null}
        <h1 className="text-4xl sm:text-5xl">{title}</h1>
        <p className="mt-4 font-serif text-lg text-muted sm:text-xl">{summary}</p>
      </header>
      <div className={classNames('mt-8', hasContents && 'gap-16 lg:grid lg:grid-cols-[minmax(0,1fr)_16rem]')}>
        <div className="min-w-0 max-w-[46rem]">
          {lead}
          <article aria-label={title} className="prose">
            {children}
          </article>
          <ScrollPlaces />
          <p className="mt-12 border-line border-t pt-4 text-muted text-sm">Last changed on {formatDay(updated)}.</p>
        </div>
        {hasContents ? (
          <aside data-print="hide" className="max-lg:hidden">
            <nav aria-label="On this page" className="sticky top-24">
              <h2 className="mb-3 font-sans font-semibold text-sm tracking-normal">On this page</h2>
              <ContentsList headings={sections} />
            </nav>
          </aside>
        ) : null}
      </div>
    </div>
  )
}

function Siblings({ siblings, here }: { siblings: ProsePageProps['siblings']; here: string }) {
  return (
    <nav aria-label="This part of the site" data-print="hide" className="mb-8 border-line border-b">
      <ul className="-mb-px flex flex-wrap gap-x-6">
        {siblings.map(({ address, title }) => (
          <li key={address}>
            <Link
              href={address}
              aria-current={address === here ? 'page' : undefined}
              className={classNames(
                'inline-flex min-h-11 items-center border-b-2 text-[0.95rem]',
                address === here
                  ? 'border-accent font-medium text-ink'
                  : 'border-transparent text-muted hover:border-line-strong hover:text-ink',
              )}
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Byline({ published, author }: { published: string; author?: string }) {
  return (
    <p className="mb-3 text-muted text-sm">
      <Link href="/blog" className="font-medium text-accent underline-offset-4 hover:underline">
        Blog
      </Link>
      {' · '}
      <time dateTime={published}>{formatDay(published)}</time>
      {author ? ` · ${author}` : null}
    </p>
  )
}
