'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import { useLearner } from '@/components/learner/use-learner'
import { type LessonFacts, summarise } from '@/lib/events/summary'
import { type LessonState, type LessonStatus, lessonState } from './lesson-state'

export interface LessonStates {
  /** False until the log is open: until then nothing is known to be begun. */
  known: boolean
  stateOf: (lesson: { id: string; status: LessonStatus }) => LessonState
  cardsDue: number
}

/** The state of lessons, folded from the log of whoever is reading, guest or learner. */
export function useLessonStates(facts: LessonFacts[]): LessonStates {
  const { status, events } = useLearner()
  // A static document knows no clock; what is due is counted once the page runs.
  const [now, setNow] = useState(0)
  useEffect(() => setNow(Date.now()), [])
  const progress = useMemo(() => {
    const lessons = summarise(events, { lessons: facts }, now).lessons
    return new Map(lessons.map((lesson) => [lesson.lessonId, lesson]))
  }, [events, facts, now])
  const stateOf = useCallback(
    ({ id, status: written }: { id: string; status: LessonStatus }) => lessonState(written, progress.get(id)),
    [progress],
  )
  const cardsDue = [...progress.values()].reduce((sum, lesson) => sum + lesson.cardsDue, 0)
  return { known: status !== 'opening', stateOf, cardsDue }
}
