import { findQuestion } from '@/lib/course/questions'
import { type Database, getDb } from '@/lib/db/database'
import { EVENTS_PER_REQUEST, eventSchema, type LearnerEvent } from '@/lib/events/event'
import { scoreAnswer } from '@/lib/quiz/score-answer'

/** An event as the server tells it: what the learner did, and what was added on receipt. */
export type ReceivedEvent = LearnerEvent & {
  seq: number
  receivedAt: string
  /** Answers only, derived from the question; absent when it is gone or has changed since it was answered. */
  correct?: boolean
}

export interface EventPage {
  events: ReceivedEvent[]
  /** `after` for the next page; null on the last. */
  next: number | null
}

const COLUMNS = {
  ...{ seq: true, id: true, kind: true, itemId: true, itemVersion: true, payload: true },
  ...{ occurredAt: true, timeZone: true, deviceId: true, elapsedMs: true, receivedAt: true },
} as const

/** The learner's log behind `after` (a `seq`), oldest first, at most 500. `learnerId` comes from the session. */
export async function listEvents(learnerId: string, after: number, db?: Database): Promise<EventPage> {
  const rows = await (db ?? (await getDb())).event.findMany({
    where: { learnerId, seq: { gt: after } },
    orderBy: { seq: 'asc' },
    take: EVENTS_PER_REQUEST + 1,
    select: COLUMNS,
  })
  const page = rows.slice(0, EVENTS_PER_REQUEST)
  return {
    events: page.map(({ seq, receivedAt, payload, occurredAt, ...stored }) => {
      // Checked again on reading: what does not parse is damage, and must be heard of.
      const event = eventSchema.parse({ ...stored, payload: JSON.parse(payload), occurredAt: occurredAt.toISOString() })
      return { ...event, seq, receivedAt: receivedAt.toISOString(), ...scoreOf(event) }
    }),
    next: rows.length > page.length ? (page.at(-1)?.seq ?? null) : null,
  }
}

function scoreOf(event: LearnerEvent): { correct?: boolean } {
  if (event.kind !== 'question-answered') return {}
  const question = findQuestion(event.itemId)
  // Today's key says nothing about an answer to another wording.
  if (question === null || question.version !== event.itemVersion) return {}
  return { correct: scoreAnswer(question, event.payload.chosen).correct }
}
