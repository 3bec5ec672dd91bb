'use client'

import { useEffect, useRef } from 'react'
import { useLearner } from '@/components/learner/learner-provider'

/** Notes in the learner's log, once a visit, that the lesson was opened. Shows nothing. */
export function LessonOpened({ lessonId, version }: { lessonId: string; version: string }) {
  const { journal } = useLearner()
  const noted = useRef(false)
  useEffect(() => {
    if (journal === null || noted.current) return
    noted.current = true
    void journal.append({ kind: 'lesson-opened', itemId: lessonId, itemVersion: version, payload: {}, elapsedMs: 0 })
  }, [journal, lessonId, version])
  return null
}
