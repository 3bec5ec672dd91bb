/**
 * One round of making the browser's log and the server's the same: the outbox goes up in
 * order, then the server's log comes down. Call it only while holding the lock, so that
 * one tab at a time sends. Every step can be repeated or cut short without losing or
 * doubling anything: events carry their own id, and a row counts as sent only when the
 * server has named it.
 */
import { EVENTS_PER_REQUEST } from '@/lib/events/events-per-request'
import type { JournalRow, Learner } from '@/lib/journal/row'
import { ownerOf } from '@/lib/journal/row'
import { absorb, endSession, findOutbox, markRefused, markStored } from '@/lib/journal/store/ledger'
import type { JournalStore } from '@/lib/journal/store/store'
import { type Fetch, pullEvents, sendEvents } from './event-api'

export type SyncResult =
  /** Everything is on the server, and everything on the server is here. */
  | { status: 'synced' }
  /** Nobody is signed in: the browser's log is the truth. */
  | { status: 'guest' }
  /** The server knows no session: ended elsewhere. Unsent events wait for the learner. */
  | { status: 'signed-out' }
  /** Nothing is lost; try again, not before `retryAfterMs`. */
  | { status: 'failed'; retryAfterMs: number }

export interface SyncParts {
  store: JournalStore
  fetch: Fetch
  newId: () => string
  /** Told of every row that a round changed, and of the learner's leaving. */
  onChange: (change: { rows: JournalRow[] } | 'left') => void
}

/** Well under the 1 MB that a request may have. */
const BATCH_CHARACTERS = 700_000
/** The server's sequence is shared by all learners: a row may appear a little after one with a higher number. */
const PULL_OVERLAP = 64

export async function syncOnce(parts: SyncParts, options: { pull: boolean; overlap: boolean }): Promise<SyncResult> {
  const state = await parts.store.transact('readonly', (transaction) => transaction.findState())
  const learner = state?.learner ?? null
  if (learner === null) return { status: 'guest' }
  const sent = await push(parts, learner)
  if (sent.status !== 'synced' || !options.pull) return sent
  const cursor = state?.cursors[ownerOf(learner)] ?? 0
  return pull(parts, learner, options.overlap ? Math.max(0, cursor - PULL_OVERLAP) : cursor)
}

async function push(parts: SyncParts, learner: Learner): Promise<SyncResult> {
  let limit = EVENTS_PER_REQUEST
  for (;;) {
    const outbox = await findOutbox(parts.store, learner, limit)
    if (outbox === null) return { status: 'guest' }
    const batch = fitting(outbox)
    if (batch.length === 0) return { status: 'synced' }
    const answer = await sendEvents(
      parts.fetch,
      learner,
      batch.map((row) => row.event),
    )
    switch (answer.status) {
      case 'stored': {
        const stored = batch.filter((row) => answer.ids.has(row.id)).map((row) => row.id)
        if (stored.length === 0) return { status: 'failed', retryAfterMs: 0 }
        parts.onChange({ rows: await markStored(parts.store, learner, stored) })
        limit = Math.min(EVENTS_PER_REQUEST, limit * 2)
        break
      }
      case 'refused': {
        // One event of the batch is wrong: halve until it stands alone, then set it aside.
        const [only] = batch
        if (batch.length === 1 && only !== undefined) {
          parts.onChange({ rows: await markRefused(parts.store, learner, only.id, answer.message) })
        }
        limit = Math.max(1, Math.floor(batch.length / 2))
        break
      }
      case 'signed-out':
        return signedOutElsewhere(parts, learner)
      case 'failed':
        return answer
      default:
        answer satisfies never
    }
  }
}

/** As many rows from the front as stay under the size of one request; at least one. */
function fitting(rows: JournalRow[]): JournalRow[] {
  let characters = 0
  const end = rows.findIndex((row, index) => {
    characters += JSON.stringify(row.event).length
    return index > 0 && characters > BATCH_CHARACTERS
  })
  return end === -1 ? rows : rows.slice(0, end)
}

async function pull(parts: SyncParts, learner: Learner, from: number): Promise<SyncResult> {
  let after = from
  for (;;) {
    const answer = await pullEvents(parts.fetch, learner, after)
    if (answer.status === 'signed-out') return signedOutElsewhere(parts, learner)
    if (answer.status !== 'page') return answer
    const last = answer.events.reduce((highest, event) => Math.max(highest, event.seq), after)
    parts.onChange({ rows: await absorb(parts.store, learner, answer.events, last) })
    if (answer.next === null || answer.next <= after) return { status: 'synced' }
    after = answer.next
  }
}

async function signedOutElsewhere(parts: SyncParts, learner: Learner): Promise<SyncResult> {
  await endSession(parts.store, parts.newId, learner)
  parts.onChange('left')
  return { status: 'signed-out' }
}
