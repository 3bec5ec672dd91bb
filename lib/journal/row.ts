/** What the journal keeps: one row an event, and one record about the browser itself. */
import type { LearnerEvent } from '@/lib/events/event'

export interface Learner {
  id: string
  email: string
  name: string | null
}

/**
 * `unsent`: not acknowledged by the server (all of a guest's rows are).
 * `stored`: acknowledged, so this row is a copy.
 * `refused`: the server said that this very event is wrong; kept, shown, not sent again by itself.
 */
export type RowState = 'unsent' | 'stored' | 'refused'

export interface JournalRow {
  owner: string
  id: string
  state: RowState
  /** Position in the browser's outbox: smaller was done earlier. */
  order: number
  event: LearnerEvent
  /** Set for question-answered events once the server has told. */
  correct?: boolean
  /** Why a refused row was refused. */
  problem?: string
}

export interface AnswerOption {
  id: string
  correct: boolean
  chosen: boolean
  feedbackHtml?: string
}

/** How the server scored an answer: derived from the event, remembered beside it, never sent. */
export interface Answer {
  correct: boolean
  options: AnswerOption[]
  explanationHtml: string
}

export interface AnswerRow {
  owner: string
  eventId: string
  answer: Answer
}

export interface BrowserState {
  /** Whose log is shown and written to; null: the guest's. */
  learner: Learner | null
  deviceId: string
  nextOrder: number
  /** By owner: the last `seq` of the server's log that the replica holds. */
  cursors: Record<string, number>
  /** The last learner here was signed out by the server, not by themselves. Not there before it happens. */
  sessionEnded?: boolean
}

export const GUEST = 'guest'

/** The prefix keeps any learner's id apart from the guest's key. */
export const ownerOf = (learner: Learner | null): string => (learner === null ? GUEST : `learner:${learner.id}`)
