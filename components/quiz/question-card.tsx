'use client'

/**
 * One question on the page: prompt, options, the button, the result, and where focus goes.
 * What is ticked and sent is use-question.ts; where the question stands is folded from the log.
 */

import { type FormEvent, useEffect, useId, useRef } from 'react'
import type { LessonQuestion } from '@/components/lesson/lesson-data'
import { TrustedHtml } from '@/components/lesson/trusted-html'
import { Button } from '@/components/ui/button'
import { OptionRow } from './option-row'
import { QuestionResult } from './question-result'
import type { QuestionStanding } from './question-standing'
import { useQuestion } from './use-question'

const FIRST_LETTER = 'A'.charCodeAt(0)

interface QuestionCardProps {
  lessonId: string
  question: LessonQuestion
  standing: QuestionStanding
  /** `3 of 6`, where there are several. */
  place: string | null
  /** False until the log is open: then the question can be read, not answered. */
  ready: boolean
}

/** One question: its options, the check, and what became of the answer. */
export function QuestionCard({ lessonId, question, standing, place, ready }: QuestionCardProps) {
  const { editing, checking, failure, chosen, choose, submit, checkAgain, retry, takeBack } = useQuestion(
    lessonId,
    question,
    standing,
  )
  const prompt = useId()
  const result = useRef<HTMLElement>(null)
  const options = useRef<HTMLFieldSetElement>(null)
  // Focus goes where the learner's own action led: to the result, or back to the options.
  const moveFocus = useRef<'result' | 'options' | null>(null)
  const settled = !editing && !checking
  useEffect(() => {
    if (moveFocus.current === 'result' && settled) {
      moveFocus.current = null
      result.current?.focus({ preventScroll: true })
    }
    if (moveFocus.current === 'options' && editing) {
      moveFocus.current = null
      options.current?.querySelector<HTMLElement>('input')?.focus()
    }
  }, [settled, editing])

  const scored = standing.status === 'checked' && !editing ? standing.answer.options : []
  return (
    <form
      data-question={question.id}
      data-standing={editing ? 'open' : standing.status}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        moveFocus.current = 'result'
        submit()
      }}
    >
      {place ? <p className="mb-2 text-muted text-sm">Question {place}</p> : null}
      <TrustedHtml id={prompt} html={question.promptHtml} className="prose max-w-prose" />
      {question.kind === 'multiple' ? <p className="mt-2 text-muted text-sm">Choose all that apply.</p> : null}
      <fieldset ref={options} aria-labelledby={prompt} className="mt-4 flex min-w-0 flex-col gap-2">
        {question.options.map((option, index) => (
          <OptionRow
            key={option.id}
            kind={question.kind}
            name={question.id}
            letter={String.fromCharCode(FIRST_LETTER + index)}
            option={option}
            checked={chosen.includes(option.id)}
            scored={scored.find((one) => one.id === option.id) ?? null}
            disabled={!ready || !editing || checking}
            onChange={(on) => choose(option.id, on)}
          />
        ))}
      </fieldset>
      <p role="status" className="sr-only">
        {checking ? 'Checking your answer.' : ''}
      </p>
      {editing || standing.status === 'open' ? (
        <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button type="submit" disabled={!ready} loading={checking}>
            Check my answer
          </Button>
          {failure ? (
            <p role="alert" className="text-bad text-sm">
              {failure}
            </p>
          ) : null}
        </div>
      ) : (
        <QuestionResult
          standing={standing}
          checking={checking}
          failure={failure}
          focusRef={result}
          onCheckAgain={() => {
            moveFocus.current = 'result'
            checkAgain()
          }}
          onTakeBack={() => {
            moveFocus.current = 'options'
            takeBack()
          }}
          onRetry={() => {
            moveFocus.current = 'options'
            retry()
          }}
        />
      )}
    </form>
  )
}
