import type { Source } from '@/components/lesson/source'
import { TrustedHtml } from '@/components/lesson/trusted-html'
import { Badge } from '@/components/ui/badge'
import { classNames } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'
import type { TimelineProps } from '@/lib/course/vocabulary'
import { STRAND_LOOK, type TimelineEntryData } from './timeline-data'

interface Props {
  asked: TimelineProps
  entries: readonly TimelineEntryData[]
}

/** A few entries of the timeline inside a lesson: what happened, with its first source. The years lead to the rest. */
export function TimelineExcerpt({ asked, entries }: Props) {
  return (
    <div
      data-timeline="excerpt"
      className="my-8 rounded-card border border-line bg-surface p-5 font-sans text-[0.95rem]"
    >
      <p className="mb-3 font-semibold text-muted text-sm">From the timeline</p>
      <ol aria-label={nameOf(asked)} className="list-none pl-0">
        {entries.map(({ id, href, year, years, strand, title, whatHtml, contestedHtml, sources }) => (
          <li
            key={id}
            className="relative mt-0 grid break-inside-avoid pb-4 pl-7 before:absolute before:inset-y-0 before:left-[5px] before:w-0.5 before:bg-line first:before:top-2 last:before:bottom-auto last:before:h-2 sm:grid-cols-[6.75rem_minmax(0,1fr)]"
          >
            <span
              aria-hidden="true"
              className={classNames(
                'absolute top-1.5 left-0 size-3 rounded-full ring-4 ring-surface forced-colors:bg-[CanvasText]',
                STRAND_LOOK[strand].dot,
              )}
            />
            <Link href={href} prefetch={false} className="w-fit self-start font-semibold tabular-nums">
              <time dateTime={String(year)}>{years}</time>
            </Link>
            <div>
              <p className="font-semibold">{title}</p>
              <TrustedHtml as="p" html={whatHtml} className="mt-0.5" />
              <p className="mt-1 text-muted text-sm">
                {contestedHtml ? (
                  <>
                    <Badge tone="warn">contested</Badge>{' '}
                  </>
                ) : null}
                <SourceLine source={sources[0]} />
              </p>
            </div>
          </li>
        ))}
      </ol>
      <p className="mt-1 border-line border-t pt-3 text-sm">
        <Link href="/timeline" prefetch={false}>
          The whole timeline
        </Link>
      </p>
    </div>
  )
}

function SourceLine({ source }: { source: Source | undefined }) {
  if (source === undefined) return null
  return (
    <>
      {source.authors} ({source.year}).{' '}
      <a href={source.url} rel="noreferrer">
        {source.title}
      </a>
      .
    </>
  )
}

/** `Timeline, 1969 to 2013, functions` */
function nameOf({ from, to, strand }: TimelineProps): string {
  const years = [from === undefined ? null : `from ${from}`, to === undefined ? null : `to ${to}`]
  return ['Timeline', years.filter((part) => part !== null).join(' '), strand ?? ''].filter(Boolean).join(', ')
}
