import { Clock } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { LessonGlyph } from './lesson-glyph'
import { describeState } from './lesson-state'
import type { OutlineLesson } from './outline'
import type { LessonStates } from './use-lesson-states'

/** The lessons of a chapter in order; a planned one says so and leads to what is known about it. */
export function LessonRows({ lessons, states }: { lessons: OutlineLesson[]; states: LessonStates }) {
  return (
    <ol className="divide-y divide-line">
      {lessons.map((lesson) => (
        <LessonRow key={`${lesson.id}:${lesson.position}`} lesson={lesson} states={states} />
      ))}
    </ol>
  )
}

function LessonRow({ lesson, states }: { lesson: OutlineLesson; states: LessonStates }) {
  const { href, title, summary, minutes, status, position, from } = lesson
  const state = states.stateOf(lesson)
  return (
    <li className="relative flex gap-3 px-4 py-4 hover:bg-sunken sm:gap-4 sm:px-6 dark:hover:bg-line/40">
      <span className={status === 'planned' ? 'pt-1 text-muted' : 'pt-1 text-accent'}>
        <LessonGlyph state={state} className="size-5" />
      </span>
      <span aria-hidden="true" className="w-6 shrink-0 text-right font-serif text-lg text-muted tabular-nums">
        {position}
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link
            href={href}
            prefetch={false}
            className="font-semibold font-serif text-lg leading-snug underline-offset-4 after:absolute after:inset-0 hover:underline"
          >
            {title}
          </Link>
          {state.kind === 'planned' ? (
            <Badge>planned</Badge>
          ) : (
            <Badge tone={state.kind === 'done' ? 'good' : 'accent'}>
              {state.kind === 'open' ? 'open' : describeState(state)}
            </Badge>
          )}
        </p>
        <p className="mt-1 max-w-[68ch] text-[0.95rem] text-muted">{summary}</p>
        <p className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-muted text-sm">
          {minutes > 0 ? (
            <span className="flex items-center gap-1.5">
              <Clock aria-hidden="true" className="size-3.5" />
              {minutes} minutes
            </span>
          ) : null}
          <span className="first-letter:uppercase">{lesson.level}</span>
          {from === null ? null : <span>Also in “{from.title}”: one progress for both</span>}
        </p>
      </div>
    </li>
  )
}
