import { loadQuestions } from '@/lib/course/questions'
import { type Database, getDb } from '@/lib/db/database'
import type { EventOf } from '@/lib/events/event'
import { HttpProblem } from '@/lib/http/problem'
import { type ChoiceProblem, findChoiceProblem, type ScoredAnswer, scoreAnswer } from '@/lib/quiz/score-answer'
import { appendEvents } from './append-events'

const CHOICE_PROBLEMS: Record<ChoiceProblem, string> = {
  'unknown-option': 'names an option that this question does not have',
  'repeated-option': 'names an option twice',
  'one-expected': 'must name exactly one option',
}

interface Asking {
  lessonId: string
  /** From the session; null for a guest, whose answer is scored and not kept. */
  learnerId: string | null
  /** Epoch ms. */
  now: number
}

/**
 * Scores an answer and keeps it in the learner's log; the same event again gives
 * the same answer. Throws 404 for an unknown lesson or question, 400 for a choice
 * that is none, 409 when the question has changed since the page was loaded, unless
 * the event is in the log already and still names options that there are.
 */
export async function answerQuestion(
  event: EventOf<'question-answered'>,
  { lessonId, learnerId, now }: Asking,
  db?: Database,
): Promise<ScoredAnswer> {
  const question = loadQuestions(lessonId).find(({ id }) => id === event.itemId)
  if (question === undefined) throw new HttpProblem(404, 'There is no such question in this lesson.')
  const { chosen } = event.payload
  const problem = findChoiceProblem(question, chosen)
  if (event.itemVersion !== question.version && (problem !== null || !(await isKept(event.id, learnerId, db)))) {
    throw new HttpProblem(409, 'This question has changed since the page was loaded: reload it and answer again.')
  }
  if (problem !== null) {
    const field = 'event.payload.chosen'
    throw new HttpProblem(400, `${field} ${CHOICE_PROBLEMS[problem]}.`, { field })
  }
  if (learnerId !== null) await appendEvents(learnerId, [event], now, db, () => 'event')
  return scoreAnswer(question, chosen)
}

/** Whether the event is a repetition. A guest's never is: nothing of theirs is kept here. */
async function isKept(id: string, learnerId: string | null, db?: Database): Promise<boolean> {
  if (learnerId === null) return false
  return (await (db ?? (await getDb())).event.count({ where: { learnerId, id } })) > 0
}
