/** Asks the server how an answer is scored: the browser does not know. */
import * as z from 'zod/mini'
import type { Answer } from '@/lib/journal/row'
import type { AnswerEvent } from './question-standing'

export type CheckResult =
  | { status: 'checked'; answer: Answer }
  /** Nothing was said about the answer; `message` is for the learner. */
  | { status: 'not-checked'; message: string }

const answerSchema = z.object({
  correct: z.boolean(),
  options: z.array(
    z.object({ id: z.string(), correct: z.boolean(), chosen: z.boolean(), feedbackHtml: z.optional(z.string()) }),
  ),
  explanationHtml: z.string(),
})
const problemSchema = z.object({ error: z.object({ message: z.string() }) })

const UNREACHABLE = 'The server could not be reached.'
const ANSWER_WITHIN_MS = 15_000

/**
 * Idempotent: the same event again is scored again and stored once. `learnerId`: whose log this
 * browser holds, so that an answer never lands in the account of somebody who signed in elsewhere.
 */
export async function checkAnswer(
  fetch: (input: string, init?: RequestInit) => Promise<Response>,
  lessonId: string,
  event: AnswerEvent,
  learnerId: string | null,
): Promise<CheckResult> {
  try {
    const response = await fetch(`/api/quizzes/${encodeURIComponent(lessonId)}/answers`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        ...(learnerId === null ? {} : { 'X-Nonlinear-Learner': learnerId }),
      },
      body: JSON.stringify({ event }),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    const body: unknown = await response.json().catch(() => null)
    const answer = answerSchema.safeParse(body)
    if (response.ok && answer.success) return { status: 'checked', answer: asAnswer(answer.data) }
    const problem = problemSchema.safeParse(body)
    return { status: 'not-checked', message: problem.success ? problem.data.error.message : UNREACHABLE }
  } catch {
    return { status: 'not-checked', message: UNREACHABLE }
  }
}

function asAnswer({ correct, options, explanationHtml }: z.infer<typeof answerSchema>): Answer {
  return {
    correct,
    explanationHtml,
    options: options.map(({ feedbackHtml, ...option }) =>
      feedbackHtml === undefined ? option : { ...option, feedbackHtml },
    ),
  }
}
