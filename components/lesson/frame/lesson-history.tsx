import type { LessonPage } from '@/components/lesson/lesson-data'
import { Link } from '@/components/ui/link'

/** How what the lesson teaches came about: the entries of the timeline that lead to it. */
export function LessonHistory({ history }: Pick<LessonPage, 'history'>) {
  if (history.length === 0) return null
  return (
    <section aria-labelledby="lesson-history" data-print="hide">
      <h2 id="lesson-history" className="text-2xl">
        How it came about
      </h2>
      <ol className="mt-4 gap-x-8 text-[0.95rem] sm:columns-2">
        {history.map(({ href, years, title }) => (
          <li key={href} className="flex break-inside-avoid gap-3 pb-1.5">
            <span className="min-w-20 shrink-0 text-muted tabular-nums">{years}</span>
            <Link href={href} prefetch={false} className="text-accent underline underline-offset-4">
              {title}
            </Link>
          </li>
        ))}
      </ol>
    </section>
  )
}
