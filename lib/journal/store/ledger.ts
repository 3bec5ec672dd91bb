/**
 * The rules of the journal's storage, each one transaction: who owns a row, what is
 * unsent, what may be dropped. Nothing here drops an event that the server has not
 * acknowledged. Not here: talking to the server (sync.ts), or telling the page (journal.ts).
 */
import type { LearnerEvent } from '@/lib/events/event'
import {
  type Answer,
  type AnswerRow,
  type BrowserState,
  GUEST,
  type JournalRow,
  type Learner,
  ownerOf,
} from '@/lib/journal/row'
import type { JournalStore, StoreTransaction } from './store'

export interface LedgerContents {
  state: BrowserState
  rows: JournalRow[]
  answers: AnswerRow[]
  /** Rows of learners who are not signed in here now, waiting for them. */
  parked: number
}

/** An event as GET /api/me/events tells it. */
export interface ServerEvent {
  event: LearnerEvent
  seq: number
  correct?: boolean
}

async function stateOf(transaction: StoreTransaction, newId: () => string): Promise<BrowserState> {
  const found = await transaction.findState()
  if (found !== undefined) return found
  const fresh = { learner: null, deviceId: newId(), nextOrder: 0, cursors: {} }
  await transaction.putState(fresh)
  return fresh
}

/** Everything the page shows, in one consistent look. */
export function readLedger(store: JournalStore, newId: () => string): Promise<LedgerContents> {
  return store.transact('readwrite', async (transaction) => {
    const state = await stateOf(transaction, newId)
    const owner = ownerOf(state.learner)
    const all = await transaction.allRows()
    return {
      state,
      rows: all.filter((row) => row.owner === owner),
      answers: await transaction.answersOf(owner),
      parked: all.filter((row) => row.owner !== owner && row.owner !== GUEST).length,
    }
  })
}

/** Adds an event to the log of whoever is signed in at this moment; an id that is there already changes nothing. */
export function appendEvent(
  store: JournalStore,
  newId: () => string,
  build: (deviceId: string) => LearnerEvent,
): Promise<JournalRow> {
  return store.transact('readwrite', async (transaction) => {
    const state = await stateOf(transaction, newId)
    const event = build(state.deviceId)
    const owner = ownerOf(state.learner)
    const known = await transaction.findRow(owner, event.id)
    if (known !== undefined) return known
    const row: JournalRow = { owner, id: event.id, state: 'unsent', order: state.nextOrder, event }
    await transaction.putRow(row)
    await transaction.putState({ ...state, nextOrder: state.nextOrder + 1 })
    return row
  })
}

/**
 * The log is now this learner's: the guest's rows become theirs, unsent. A learner who was
 * signed in before keeps their unsent rows and loses their copies. Doing it again changes nothing.
 * Returns the events that were brought along.
 */
export function adopt(store: JournalStore, newId: () => string, learner: Learner): Promise<LearnerEvent[]> {
  return store.transact('readwrite', async (transaction) => {
    const state = await stateOf(transaction, newId)
    const owner = ownerOf(learner)
    let cursors = state.cursors
    if (state.learner !== null && state.learner.id !== learner.id) {
      cursors = await dropCopies(transaction, ownerOf(state.learner), cursors)
    }
    const moved: LearnerEvent[] = []
    const guestRows = (await transaction.rowsOf(GUEST)).sort((a, b) => a.order - b.order)
    for (const row of guestRows) {
      if ((await transaction.findRow(owner, row.id)) === undefined) {
        await transaction.putRow({ ...row, owner })
        moved.push(row.event)
      }
      await transaction.deleteRow(GUEST, row.id)
    }
    for (const answer of await transaction.answersOf(GUEST)) {
      await transaction.putAnswer({ ...answer, owner })
      await transaction.deleteAnswer(GUEST, answer.eventId)
    }
    await transaction.putState({ ...state, learner, cursors, sessionEnded: false })
    return moved
  })
}

/**
 * The learner signed out: their copies, name and answers leave this browser. What the server
 * has not acknowledged stays with the learner. Returns how many rows stay.
 */
export function leave(store: JournalStore, newId: () => string): Promise<number> {
  return store.transact('readwrite', async (transaction) =>
    becomeGuest(transaction, await stateOf(transaction, newId), { sessionEnded: false }),
  )
}

/** The server knows no session of this learner: as `leave`, and remembered, so that they can be told. */
export function endSession(store: JournalStore, newId: () => string, learner: Learner): Promise<number> {
  return store.transact('readwrite', async (transaction) => {
    const state = await stateOf(transaction, newId)
    // They signed out a moment ago, or somebody else signed in.
    if (state.learner?.id !== learner.id) return 0
    return becomeGuest(transaction, state, { sessionEnded: true })
  })
}

async function becomeGuest(transaction: StoreTransaction, state: BrowserState, why: { sessionEnded: boolean }) {
  if (state.learner === null) {
    await transaction.putState({ ...state, ...why })
    return 0
  }
  const owner = ownerOf(state.learner)
  const cursors = await dropCopies(transaction, owner, state.cursors)
  await transaction.putState({ ...state, ...why, learner: null, cursors })
  return (await transaction.rowsOf(owner)).length
}

async function dropCopies(transaction: StoreTransaction, owner: string, cursors: Record<string, number>) {
  const kept = new Set<string>()
  for (const row of await transaction.rowsOf(owner)) {
    if (row.state === 'stored') await transaction.deleteRow(owner, row.id)
    else kept.add(row.id)
  }
  for (const { eventId } of await transaction.answersOf(owner)) {
    if (!kept.has(eventId)) await transaction.deleteAnswer(owner, eventId)
  }
  return Object.fromEntries(Object.entries(cursors).filter(([key]) => key !== owner))
}

/** What is to be sent next for `learner`, oldest first; null when they are not signed in any more. */
export function findOutbox(store: JournalStore, learner: Learner, limit: number): Promise<JournalRow[] | null> {
  return store.transact('readonly', async (transaction) => {
    const state = await transaction.findState()
    if (state?.learner?.id !== learner.id) return null
    return transaction.unsentOf(ownerOf(learner), limit)
  })
}

/** The server has these: from now on the rows are copies. Returns the changed rows, like the two below. */
export function markStored(store: JournalStore, learner: Learner, ids: Iterable<string>): Promise<JournalRow[]> {
  return changeRows(store, learner, ids, ({ problem: _problem, ...row }) => ({ ...row, state: 'stored' }))
}

/** The server says that this event is wrong: it must not hold up the ones behind it. */
export function markRefused(store: JournalStore, learner: Learner, id: string, problem: string) {
  return changeRows(store, learner, [id], (row) =>
    row.state === 'unsent' ? { ...row, state: 'refused', problem } : row,
  )
}

/** Puts refused events back into the outbox, because the learner asked. */
export function retryRefused(store: JournalStore, learner: Learner): Promise<JournalRow[]> {
  return store.transact('readwrite', async (transaction) => {
    const refused = (await transaction.rowsOf(ownerOf(learner))).filter((row) => row.state === 'refused')
    const again = refused.map(({ problem: _problem, ...row }): JournalRow => ({ ...row, state: 'unsent' }))
    for (const row of again) await transaction.putRow(row)
    return again
  })
}

function changeRows(
  store: JournalStore,
  learner: Learner,
  ids: Iterable<string>,
  change: (row: JournalRow) => JournalRow,
): Promise<JournalRow[]> {
  return store.transact('readwrite', async (transaction) => {
    const changed: JournalRow[] = []
    for (const id of ids) {
      const row = await transaction.findRow(ownerOf(learner), id)
      if (row !== undefined) changed.push(change(row))
    }
    for (const row of changed) await transaction.putRow(row)
    return changed
  })
}

/** Takes a page of the server's log into the replica, unless its learner has left meanwhile. */
export function absorb(
  store: JournalStore,
  learner: Learner,
  page: ServerEvent[],
  cursor: number,
): Promise<JournalRow[]> {
  return store.transact('readwrite', async (transaction) => {
    const state = await transaction.findState()
    if (state?.learner?.id !== learner.id) return []
    const owner = ownerOf(learner)
    const changed: JournalRow[] = []
    for (const { event, correct } of page) {
      const known = await transaction.findRow(owner, event.id)
      if (known?.state === 'stored' && known.correct === correct) continue
      const row: JournalRow = { owner, id: event.id, state: 'stored', order: known?.order ?? -1, event }
      changed.push(correct === undefined ? row : { ...row, correct })
    }
    for (const row of changed) await transaction.putRow(row)
    const reached = Math.max(cursor, state.cursors[owner] ?? 0)
    await transaction.putState({ ...state, cursors: { ...state.cursors, [owner]: reached } })
    return changed
  })
}

/** Keeps how an answer was scored beside its event. Without the event (signed out meanwhile) there is nothing to keep. */
export function keepAnswer(store: JournalStore, eventId: string, answer: Answer): Promise<AnswerRow | null> {
  return store.transact('readwrite', async (transaction) => {
    const owner = ownerOf((await transaction.findState())?.learner ?? null)
    if ((await transaction.findRow(owner, eventId)) === undefined) return null
    const row = { owner, eventId, answer }
    await transaction.putAnswer(row)
    return row
  })
}
