'use client'

import type { ReactNode } from 'react'
import { ProgressBar } from '@/components/ui/progress-bar'
import type { QuizScore } from './question-standing'

/** How the quiz stands: always there, and read out when it changes. */
export function QuizScoreLine({ score, children }: { score: QuizScore; children?: ReactNode }) {
  const { questions, answered, correct, unchecked } = score
  const done = answered === questions && unchecked === 0
  return (
    <section aria-label="Your score" className="rounded-card border border-line bg-surface p-5 sm:p-6">
      <ProgressBar label="Answered" value={answered} max={questions} detail={`${answered} of ${questions}`} />
      <p role="status" className="mt-3">
        {answered === 0 ? (
          <span className="text-muted">Nothing answered yet. You can try each question as often as you like.</span>
        ) : (
          <>
            <strong className="font-serif text-xl">
              {correct} of {answered} correct
            </strong>
            {unchecked > 0 ? `, ${unchecked} not checked yet` : ''}
            {done ? <span className="text-muted"> · {closing(correct, questions)}</span> : null}
          </>
        )}
      </p>
      {done ? children : null}
    </section>
  )
}

function closing(correct: number, questions: number): string {
  if (correct === questions) return 'all of them. Well done.'
  return 'the explanations say where to look again.'
}
