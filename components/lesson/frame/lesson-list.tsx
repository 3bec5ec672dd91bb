import { Clock } from 'lucide-react'
import Link from 'next/link'
import type { LessonLink } from '@/components/lesson/lesson-data'
import { Badge } from '@/components/ui/badge'

/** The lessons of a chapter in order; a planned one says so and leads to what is known about it. */
export function LessonList({ lessons }: { lessons: LessonLink[] }) {
  return (
    <ol className="grid gap-3">
      {lessons.map(({ id, href, title, summary, minutes, status, position }) => (
        <li key={`${id}:${position}`}>
          <Link
            href={href}
            className={
              status === 'planned'
                ? 'flex gap-4 rounded-card border border-line border-dashed p-4 hover:border-line-strong sm:p-5'
                : 'flex gap-4 rounded-card border border-line bg-surface p-4 shadow-raised hover:border-line-strong sm:p-5'
            }
          >
            <span aria-hidden="true" className="w-7 shrink-0 pt-0.5 font-serif text-muted text-xl tabular-nums">
              {position}
            </span>
            <span className="min-w-0">
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="font-semibold font-serif text-lg">{title}</span>
                {status === 'planned' ? <Badge>planned</Badge> : <Badge tone="accent">open</Badge>}
              </span>
              <span className="mt-1 block text-[0.95rem] text-muted">{summary}</span>
              {minutes > 0 ? (
                <span className="mt-2 flex items-center gap-1.5 text-muted text-sm">
                  <Clock aria-hidden="true" className="size-4" />
                  {minutes} minutes
                </span>
              ) : null}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  )
}
