/** What stands in an item of the timeline: the year on one side of the rail, what happened on the other. */
import type { ReactNode } from 'react'
import { SmallCurve } from '@/components/glossary/small-curve'
import { TrustedHtml } from '@/components/lesson/trusted-html'
import { isActivationName } from '@/components/lesson/vocabulary/activation-name'
import { Badge } from '@/components/ui/badge'
import { classNames } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'
import { STRAND_LOOK, type TimelineEntryData } from './timeline-data'

const linkClass = 'text-accent underline decoration-1 underline-offset-4 hover:text-accent-strong'

export function TimelineEntry({ entry }: { entry: TimelineEntryData }) {
  const { id, year, years, strand, title, whatHtml, whyHtml, contestedHtml, activation } = entry
  const { label, dot } = STRAND_LOOK[strand]
  return (
    <>
      <p className="pl-7 font-semibold font-serif text-muted text-xl tabular-nums leading-7 sm:pt-4 sm:pl-0 sm:text-ink">
        <time dateTime={String(year)}>{years}</time>
      </p>
      <span
        aria-hidden="true"
        className={classNames(
          'absolute top-2 left-0 size-3 rounded-full ring-4 ring-page sm:top-6 sm:left-[7.5rem] forced-colors:bg-[CanvasText]',
          dot,
        )}
      />
      <div className="-mr-3 mb-3 ml-4 rounded-card border border-transparent px-3 py-2 group-data-arrived/entry:border-accent group-data-arrived/entry:bg-accent-soft group-target/entry:border-accent group-target/entry:bg-accent-soft sm:mr-0 sm:mb-0 sm:ml-5 sm:px-5 sm:py-4">
        {activation && isActivationName(activation) ? (
          <div className="float-right ml-4 sm:ml-8">
            <SmallCurve name={activation} />
          </div>
        ) : null}
        <h3 className="text-xl leading-7">
          <a href={`#${id}`} className="hover:underline hover:underline-offset-4">
            {title}
          </a>
        </h3>
        <p className="mt-0.5 text-muted text-sm">{label}</p>
        <div className="mt-2 max-w-2xl">
          <TrustedHtml as="p" html={whatHtml} />
          <TrustedHtml as="p" html={whyHtml} className="mt-2 text-muted" />
          {contestedHtml ? (
            <p className="mt-3 border-warn border-l-2 pl-3 text-[0.95rem]">
              <Badge tone="warn">contested</Badge> <TrustedHtml as="span" html={contestedHtml} />
            </p>
          ) : null}
          <Sources sources={entry.sources} />
          <Onward {...entry} />
        </div>
      </div>
    </>
  )
}

function Sources({ sources }: Pick<TimelineEntryData, 'sources'>) {
  return (
    <ul aria-label="Sources" className="clear-both mt-3 grid gap-1 border-line border-t pt-2.5 text-muted text-sm">
      {sources.map(({ authors, year, title, where, url, note }) => (
        <li key={url}>
          {authors} ({year}).{' '}
          <a href={url} rel="noreferrer" className={linkClass}>
            {title}
          </a>
          {where === undefined ? null : `. ${where}`}.{note === undefined ? null : ` ${note}`}
        </li>
      ))}
    </ul>
  )
}

/** Where the glossary and the lessons take it up. */
function Onward({ terms, lessons }: Pick<TimelineEntryData, 'terms' | 'lessons'>) {
  if (terms.length + lessons.length === 0) return null
  return (
    <p data-print="hide" className="mt-1.5 flex flex-wrap gap-x-5 gap-y-1 text-muted text-sm">
      {terms.length > 0 ? (
        <span>
          Glossary:{' '}
          {listed(
            terms.map(({ href, term }) => (
              <Link key={href} href={href} prefetch={false} className={linkClass}>
                {term}
              </Link>
            )),
          )}
        </span>
      ) : null}
      {lessons.length > 0 ? (
        <span>
          {lessons.length === 1 ? 'Lesson: ' : 'Lessons: '}
          {listed(
            lessons.map(({ href, title, planned }) => (
              <span key={href}>
                <Link href={href} prefetch={false} className={linkClass}>
                  {title}
                </Link>
                {planned ? ' (planned)' : null}
              </span>
            )),
          )}
        </span>
      ) : null}
    </p>
  )
}

function listed(links: ReactNode[]): ReactNode[] {
  return links.flatMap((link, index) => (index === 0 ? [link] : [', ', link]))
}
