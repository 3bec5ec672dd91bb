'use client'

import { lazy, type ReactNode, Suspense } from 'react'
import type { LessonQuestion } from '@/components/lesson/lesson-data'
import { useNearView } from '@/components/lesson/use-near-view'

const QuizPanel = lazy(() => import('@/components/quiz/quiz-panel').then((module) => ({ default: module.QuizPanel })))

interface Props {
  lessonId: string
  question: LessonQuestion
  /** The question as plain text, shown until the panel is there. */
  children: ReactNode
}

export function QuestionIsland({ lessonId, question, children }: Props) {
  const { ref, near } = useNearView()
  return (
    <div ref={ref}>
      {near ? (
        <Suspense fallback={children}>
          <QuizPanel lessonId={lessonId} questions={[question]} />
        </Suspense>
      ) : (
        children
      )}
    </div>
  )
}
