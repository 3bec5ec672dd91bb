'use client'

import { type ReactNode, useMemo } from 'react'
import { JournalNotices } from '@/components/learner/journal-notices'
import { useLearner } from '@/components/learner/use-learner'
import type { LessonQuestion } from '@/components/lesson/lesson-data'
import { QuestionCard } from './question-card'
import { findStanding, scoreQuiz } from './question-standing'
import { QuizScoreLine } from './quiz-score'

interface QuizPanelProps {
  lessonId: string
  questions: LessonQuestion[]
  /** What to do when all is answered; shown with the score. */
  children?: ReactNode
}

/** A quiz, or a single question inside a lesson. Answers are scored by the server and kept in the learner's log. */
export function QuizPanel({ lessonId, questions, children }: QuizPanelProps) {
  const { status, events, snapshot } = useLearner()
  const answers = snapshot?.answers
  const standings = useMemo(
    () => questions.map((question) => findStanding(question, events, answers ?? new Map())),
    [questions, events, answers],
  )
  const ready = status !== 'opening'
  const several = questions.length > 1
  return (
    <div className="flex flex-col gap-6 font-sans text-base">
      {several ? <JournalNotices /> : null}
      {questions.map((question, index) => {
        const card = (
          <QuestionCard
            lessonId={lessonId}
            question={question}
            standing={standings[index] ?? { status: 'open' }}
            place={several ? `${index + 1} of ${questions.length}` : null}
            ready={ready}
          />
        )
        if (!several) return <div key={question.id}>{card}</div>
        return (
          <section
            key={question.id}
            aria-label={`Question ${index + 1}`}
            className="rounded-card border border-line bg-surface p-5 sm:p-7"
          >
            {card}
          </section>
        )
      })}
      {several ? <QuizScoreLine score={scoreQuiz(standings)}>{children}</QuizScoreLine> : null}
    </div>
  )
}
