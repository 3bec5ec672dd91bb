/** What the page sees of the journal at one moment: immutable, so that React can compare it by identity. */
import type { LearnerEvent } from '@/lib/events/event'
import type { LedgerContents } from '@/lib/journal/store/ledger'
import type { SyncPhase } from '@/lib/journal/sync/sync-loop'
import type { Answer, Learner } from './row'

export interface JournalSnapshot {
  /** Whose log this is; null: the guest's. */
  learner: Learner | null
  /** A guest now, because the session ended elsewhere or by itself, and not by signing out here. */
  sessionEnded: boolean
  /** The whole log, retractions and all, in no promised order. */
  events: readonly LearnerEvent[]
  /** How answers were scored, by the id of their event, where the feedback is known here. */
  answers: ReadonlyMap<string, Answer>
  /** Whether answers were right, by the id of their event, also where only the server's verdict is known. */
  correct: ReadonlyMap<string, boolean>
  /** Events that the learner's account does not have yet. A guest has none: nothing waits to be sent. */
  unsent: number
  /** Events that the server called wrong; they are kept and wait for `retryRefused`. */
  refused: number
  /** Events of learners who are not signed in here now. */
  parked: number
  sync: SyncPhase
  /** `memory`: this browser keeps nothing, and a guest's study ends with the page. */
  storage: 'durable' | 'memory'
}

/**
 * The snapshot of `contents`. What did not change since `before` keeps its identity, so that
 * nobody folds the log again because a row was sent.
 */
export function buildSnapshot(
  contents: LedgerContents,
  sync: SyncPhase,
  storage: JournalSnapshot['storage'],
  before?: JournalSnapshot,
): JournalSnapshot {
  const { learner, sessionEnded = false } = contents.state
  const count = (state: 'unsent' | 'refused') => contents.rows.filter((row) => row.state === state).length
  const correct = new Map<string, boolean>()
  for (const row of contents.rows) if (row.correct !== undefined) correct.set(row.id, row.correct)
  for (const { eventId, answer } of contents.answers) correct.set(eventId, answer.correct)
  const events = contents.rows.map((row) => row.event)
  const answers = new Map(contents.answers.map((row) => [row.eventId, row.answer]))
  return {
    learner,
    sessionEnded,
    events: before !== undefined && sameItems(before.events, events) ? before.events : events,
    answers: before !== undefined && sameEntries(before.answers, answers) ? before.answers : answers,
    correct: before !== undefined && sameEntries(before.correct, correct) ? before.correct : correct,
    unsent: learner === null ? 0 : count('unsent'),
    refused: count('refused'),
    parked: contents.parked,
    sync,
    storage,
  }
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}

function sameEntries<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value)
}
