'use client'

import type { LessonFacts } from '@/lib/events/summary'
import { LessonRows } from './lesson-rows'
import type { OutlineLesson } from './outline'
import { useLessonStates } from './use-lesson-states'

/** The lessons of one chapter on its own page. */
export function ChapterLessons({ lessons, facts }: { lessons: OutlineLesson[]; facts: LessonFacts[] }) {
  const states = useLessonStates(facts)
  return (
    <div className="overflow-hidden rounded-card border border-line bg-surface">
      <LessonRows lessons={lessons} states={states} />
    </div>
  )
}
