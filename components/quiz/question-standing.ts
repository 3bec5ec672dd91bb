/**
 * Where one question stands for this learner, folded from the log: nothing about an answer is
 * state of the page, so a reload, another tab and another device show the same.
 */
import type { LessonQuestion } from '@/components/lesson/lesson-data'
import type { EventOf } from '@/lib/events/event'
import type { SummaryEvent } from '@/lib/events/summary'
import type { Answer } from '@/lib/journal/row'

export type AnswerEvent = EventOf<'question-answered'>

export type QuestionStanding =
  | { status: 'open' }
  /** Answered and kept, but not checked: the server could not be asked. Not a wrong answer. */
  | { status: 'unchecked'; event: AnswerEvent }
  /** Checked elsewhere: the verdict is known, the feedback can be fetched. */
  | { status: 'verdict'; event: AnswerEvent; correct: boolean }
  | { status: 'checked'; event: AnswerEvent; answer: Answer }

/** By the latest answer to this wording of the question; an answer to an older wording leaves it open. */
export function findStanding(
  question: Pick<LessonQuestion, 'id' | 'version'>,
  events: readonly SummaryEvent[],
  answers: ReadonlyMap<string, Answer>,
): QuestionStanding {
  const latest = events.findLast(
    (event) =>
      event.kind === 'question-answered' && event.itemId === question.id && event.itemVersion === question.version,
  )
  if (latest?.kind !== 'question-answered') return { status: 'open' }
  const { correct, ...event } = latest
  const answer = answers.get(event.id)
  if (answer !== undefined) return { status: 'checked', event, answer }
  return correct === undefined ? { status: 'unchecked', event } : { status: 'verdict', event, correct }
}

export interface QuizScore {
  questions: number
  answered: number
  correct: number
  unchecked: number
}

export function scoreQuiz(standings: readonly QuestionStanding[]): QuizScore {
  const score = { questions: standings.length, answered: 0, correct: 0, unchecked: 0 }
  for (const standing of standings) {
    if (standing.status === 'open') continue
    score.answered += 1
    if (standing.status === 'unchecked') score.unchecked += 1
    else if (standing.status === 'checked' ? standing.answer.correct : standing.correct) score.correct += 1
  }
  return score
}
