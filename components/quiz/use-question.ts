'use client'

/**
 * One question at work: what is ticked, what is being checked. Not where it stands, which comes
 * from the log (question-standing.ts), nor how the server is asked (answer-api.ts).
 */
import { useEffect, useRef, useState } from 'react'
import { useLearner } from '@/components/learner/use-learner'
import type { LessonQuestion } from '@/components/lesson/lesson-data'
import { checkAnswer } from './answer-api'
import type { AnswerEvent, QuestionStanding } from './question-standing'

/** One question at work: what is ticked, what is being checked. Where it stands comes from the log. */
export function useQuestion(lessonId: string, question: LessonQuestion, standing: QuestionStanding) {
  const { journal, record } = useLearner()
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [retrying, setRetrying] = useState(false)
  const [checking, setChecking] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const busy = useRef(false)
  const askedAt = useRef(0)

  const editing = standing.status === 'open' || retrying
  useEffect(() => {
    if (editing) askedAt.current = performance.now()
  }, [editing])

  async function check(event: AnswerEvent) {
    setChecking(true)
    setFailure(null)
    const result = await checkAnswer(
      (input, init) => window.fetch(input, init),
      lessonId,
      event,
      journal?.snapshot().learner?.id ?? null,
    )
    if (result.status === 'checked') await journal?.rememberAnswer(event.id, result.answer)
    else setFailure(result.message)
    setChecking(false)
  }

  async function once(task: () => Promise<void>) {
    if (busy.current) return
    busy.current = true
    try {
      await task()
    } catch {
      setChecking(false)
      setFailure('This browser could not keep the answer.')
    } finally {
      busy.current = false
    }
  }

  return {
    editing,
    checking,
    failure,
    /** The ids of the options that are ticked, or that were chosen. */
    chosen: standing.status === 'open' || retrying ? ticked : standing.event.payload.chosen,
    choose(optionId: string, on: boolean) {
      setFailure(null)
      if (question.kind === 'single') setTicked([optionId])
      else setTicked((before) => [...before.filter((id) => id !== optionId), ...(on ? [optionId] : [])])
    },
    submit() {
      if (ticked.length === 0) return setFailure('Choose an answer first.')
      void once(async () => {
        setChecking(true)
        // In the order in which they stand, so that the same answer is always the same event.
        const chosen = question.options.map((option) => option.id).filter((id) => ticked.includes(id))
        // Kept before it is checked: whatever happens to the request, the answer is not lost.
        const event = await record({
          kind: 'question-answered',
          itemId: question.id,
          itemVersion: question.version,
          payload: { chosen },
          elapsedMs: performance.now() - askedAt.current,
        })
        setRetrying(false)
        if (event.kind === 'question-answered') await check(event)
      })
    },
    checkAgain() {
      if (standing.status === 'open') return
      void once(() => check(standing.event))
    },
    /** Another try; the answer given before stays in the log. */
    retry() {
      setTicked([])
      setFailure(null)
      setRetrying(true)
    },
    /** Takes back an answer that was never checked, to choose again. */
    takeBack() {
      if (standing.status !== 'unchecked') return
      const { event } = standing
      void once(async () => {
        setTicked(event.payload.chosen)
        setFailure(null)
        const { itemId, itemVersion } = event
        await record({ kind: 'event-retracted', itemId, itemVersion, payload: { eventId: event.id }, elapsedMs: 0 })
      })
    },
  }
}
