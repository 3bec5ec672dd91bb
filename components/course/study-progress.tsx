'use client'

import { ButtonLink } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { ProgressBar } from '@/components/ui/progress-bar'
import type { LessonFacts } from '@/lib/events/summary'
import type { OutlineLesson } from './outline'
import { useLessonStates } from './use-lesson-states'

interface StudyProgressProps {
  /** Of the course or chapter, in order. */
  lessons: OutlineLesson[]
  facts: LessonFacts[]
}

/**
 * How far the reader is, guest or learner, and the one thing to do next. The static document has the newcomer's
 * words in the same places, so that nothing moves when the reader is known.
 */
export function StudyProgress({ lessons, facts }: StudyProgressProps) {
  const { stateOf, cardsDue } = useLessonStates(facts)
  const open = lessons.filter(({ status }) => status === 'published')
  if (open.length === 0) {
    return (
      <p className="text-[0.95rem] text-muted">
        Nothing to study here yet: every lesson is planned. Each has a page that says what it will teach and what to
        read until then.
      </p>
    )
  }
  const states = open.map((lesson) => ({ lesson, state: stateOf(lesson) }))
  const done = states.filter(({ state }) => state.kind === 'done').length
  const share = states.reduce(
    (sum, { state }) => sum + (state.kind === 'done' ? 1 : state.kind === 'begun' ? state.share : 0),
    0,
  )
  const next = states.find(({ state }) => state.kind === 'begun') ?? states.find(({ state }) => state.kind === 'open')
  const begun = states.some(({ state }) => state.kind !== 'open')
  return (
    <div className="grid gap-4">
      <ProgressBar
        label="Progress"
        value={share}
        max={open.length}
        detail={`${Math.floor((share / open.length) * 100)} % · ${done} of ${open.length} done`}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {next === undefined ? (
          <ButtonLink href="/review">Keep it fresh with flashcards</ButtonLink>
        ) : (
          <ButtonLink href={next.lesson.href}>
            {begun && next.state.kind === 'begun' ? 'Continue with' : 'Start with'} lesson {next.lesson.position}
          </ButtonLink>
        )}
        {cardsDue > 0 ? (
          <Link href="/review" className="inline-flex min-h-11 items-center text-accent underline underline-offset-4">
            {cardsDue === 1 ? '1 card due' : `${cardsDue} cards due`}
          </Link>
        ) : null}
      </div>
    </div>
  )
}
