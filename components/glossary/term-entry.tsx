import { TrustedHtml } from '@/components/lesson/trusted-html'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'

interface TermEntryProps {
  id: string
  term: string
  alsoCalled: readonly string[]
  definitionHtml: string
  formulaHtml: string | null
  /** Where the formula sheet has it. */
  formulaHref: string | null
  seeAlso: readonly { id: string; term: string }[]
  lesson: { href: string; title: string; planned: boolean } | null
  /** What the timeline tells of it, oldest first. */
  history: readonly { href: string; years: string; title: string }[]
}

const linkClass = 'text-accent underline decoration-1 underline-offset-4 hover:text-accent-strong'

/** One term of the glossary, with its anchor; lit up when an address leads to it. */
export function TermEntry(props: TermEntryProps) {
  const { id, term, alsoCalled, definitionHtml, formulaHtml, formulaHref, seeAlso, lesson, history } = props
  return (
    <div
      id={id}
      className="-mx-4 rounded-card border border-transparent px-4 py-4 target:border-accent target:bg-accent-soft data-arrived:border-accent data-arrived:bg-accent-soft sm:-mx-5 sm:px-5"
    >
      <dt className="flex flex-wrap items-baseline gap-x-3">
        <dfn className="font-semibold font-serif text-xl not-italic">
          <a href={`#${id}`} className="hover:underline hover:underline-offset-4">
            {term}
          </a>
        </dfn>
        {alsoCalled.length > 0 ? <span className="text-muted text-sm">also {alsoCalled.join(', ')}</span> : null}
      </dt>
      <dd className="mt-1 max-w-2xl">
        <TrustedHtml as="p" html={definitionHtml} />
        {formulaHtml ? <TrustedHtml as="p" html={formulaHtml} className="my-3 overflow-x-auto py-1 text-lg" /> : null}
        <p className="mt-1.5 flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {seeAlso.length > 0 ? (
            <span className="text-muted">
              See{' '}
              {seeAlso.map((other, index) => (
                <span key={other.id}>
                  {index > 0 ? ', ' : ''}
                  <a href={`#${other.id}`} className={linkClass}>
                    {other.term}
                  </a>
                </span>
              ))}
            </span>
          ) : null}
          {formulaHref ? (
            <Link href={formulaHref} prefetch={false} className={linkClass}>
              On the formula sheet
            </Link>
          ) : null}
          {lesson ? (
            <span className="text-muted">
              Lesson:{' '}
              <Link href={lesson.href} prefetch={false} className={linkClass}>
                {lesson.title}
              </Link>{' '}
              {lesson.planned ? <Badge>planned</Badge> : null}
            </span>
          ) : null}
          {history.length > 0 ? (
            <span className="text-muted">
              Timeline:{' '}
              {history.map(({ href, years, title }, index) => (
                <span key={href}>
                  {index > 0 ? ', ' : ''}
                  <Link href={href} prefetch={false} title={title} className={linkClass}>
                    {years}
                  </Link>
                </span>
              ))}
            </span>
          ) : null}
        </p>
      </dd>
    </div>
  )
}
