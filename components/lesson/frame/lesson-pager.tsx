import { ArrowLeft, ArrowRight } from 'lucide-react'
import type { LessonLink } from '@/components/lesson/lesson-data'
import { Badge } from '@/components/ui/badge'
import { classNames } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'

/** To the lesson before and the one after. */
export function LessonPager({ previous, next }: { previous: LessonLink | null; next: LessonLink | null }) {
  return (
    <nav aria-label="Lessons before and after" data-print="hide" className="grid gap-3 sm:grid-cols-2">
      {previous === null ? <span /> : <PagerLink lesson={previous} direction="previous" />}
      {next === null ? null : <PagerLink lesson={next} direction="next" />}
    </nav>
  )
}

function PagerLink({ lesson, direction }: { lesson: LessonLink; direction: 'previous' | 'next' }) {
  const Icon = direction === 'previous' ? ArrowLeft : ArrowRight
  return (
    <Link
      href={lesson.href}
      className={classNames(
        'flex items-center gap-4 rounded-card border border-line bg-surface p-4 transition-colors hover:border-line-strong hover:bg-sunken',
        direction === 'next' && 'flex-row-reverse text-right',
      )}
    >
      <Icon aria-hidden="true" className="size-5 shrink-0 text-accent" />
      <span className="min-w-0">
        <span className="block text-muted text-sm">{direction === 'previous' ? 'Before this' : 'Next'}</span>
        <span className="block font-medium">{lesson.title}</span>
        {lesson.status === 'planned' ? <Badge>planned</Badge> : null}
      </span>
    </Link>
  )
}
