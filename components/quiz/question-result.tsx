'use client'

import { CircleCheck, CircleX } from 'lucide-react'
import { type Ref, useId } from 'react'
import { TrustedHtml } from '@/components/lesson/trusted-html'
import { Button } from '@/components/ui/button'
import type { QuestionStanding } from './question-standing'

interface QuestionResultProps {
  standing: Exclude<QuestionStanding, { status: 'open' }>
  checking: boolean
  failure: string | null
  /** Receives focus when the result arrives. */
  focusRef: Ref<HTMLElement>
  onCheckAgain: () => void
  onTakeBack: () => void
  onRetry: () => void
}

/** What became of an answer, and what can be done next. */
export function QuestionResult(props: QuestionResultProps) {
  const { standing, checking, failure, focusRef, onCheckAgain, onTakeBack, onRetry } = props
  const title = useId()
  return (
    <section ref={focusRef} tabIndex={-1} aria-labelledby={title} className="mt-4 outline-none">
      {standing.status === 'unchecked' ? (
        <div className="rounded-card border border-line bg-warn-soft p-4">
          <p id={title} className="font-semibold">
            {checking ? 'Checking your answer …' : 'Your answer is kept, but not checked yet'}
          </p>
          {checking ? null : (
            <>
              <p className="mt-1 text-[0.95rem]">
                {failure ?? 'The server could not be asked.'} This says nothing about whether it is right.
              </p>
              <div className="mt-3 flex flex-wrap gap-2">
                <Button size="sm" className="min-h-11" onClick={onCheckAgain}>
                  Check again
                </Button>
                <Button size="sm" variant="quiet" className="min-h-11" onClick={onTakeBack}>
                  Change my answer
                </Button>
              </div>
            </>
          )}
        </div>
      ) : (
        <>
          <Verdict id={title} correct={standing.status === 'checked' ? standing.answer.correct : standing.correct} />
          {standing.status === 'checked' ? (
            <TrustedHtml html={standing.answer.explanationHtml} className="prose mt-3 max-w-prose text-[1.05rem]" />
          ) : (
            <p className="mt-2 text-muted">
              You answered this on another device.{failure === null ? '' : ` ${failure}`}
            </p>
          )}
          <div className="mt-4 flex flex-wrap gap-2">
            {standing.status === 'verdict' ? (
              <Button size="sm" variant="secondary" className="min-h-11" loading={checking} onClick={onCheckAgain}>
                Show the explanation
              </Button>
            ) : null}
            <Button size="sm" variant="secondary" className="min-h-11" onClick={onRetry}>
              Try it again
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

function Verdict({ id, correct }: { id: string; correct: boolean }) {
  const Icon = correct ? CircleCheck : CircleX
  return (
    <p id={id} className={`flex items-center gap-2 font-semibold text-lg ${correct ? 'text-good' : 'text-bad'}`}>
      <Icon aria-hidden="true" className="size-6" />
      {correct ? 'Correct' : 'Not correct'}
    </p>
  )
}
