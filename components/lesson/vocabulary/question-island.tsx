'use client'

import type { ReactNode } from 'react'
import { useLateModule } from '@/components/connection/use-late-module'
import type { LessonQuestion } from '@/components/lesson/lesson-data'
import { useNearView } from '@/components/lesson/use-near-view'

const loadPanel = () => import('@/components/quiz/quiz-panel')

interface Props {
  lessonId: string
  question: LessonQuestion
  /** The question as plain text, shown until the panel is there. */
  children: ReactNode
}

export function QuestionIsland({ lessonId, question, children }: Props) {
  const { ref, near } = useNearView()
  const panel = useLateModule(loadPanel, near)
  return <div ref={ref}>{panel ? <panel.QuizPanel lessonId={lessonId} questions={[question]} /> : children}</div>
}
