/**
 * The journal's copy of the log in this tab's memory: read once from the store, then kept
 * in step, so that looking at it is immediate. Falls back to a store in memory, with
 * everything it knows, when the browser's storage fails under it.
 */
import { type LedgerContents, readLedger } from '@/lib/journal/store/ledger'
import { createMemoryStore } from '@/lib/journal/store/memory-store'
import type { JournalStore } from '@/lib/journal/store/store'
import type { SyncPhase } from '@/lib/journal/sync/sync-loop'
import { type AnswerRow, type JournalRow, ownerOf } from './row'
import { buildSnapshot, type JournalSnapshot } from './snapshot'

export interface Replica {
  snapshot: () => JournalSnapshot
  subscribe: (listener: () => void) => () => void
  /** Shows rows and answers that were just written. */
  apply: (written: { rows?: JournalRow[]; answers?: AnswerRow[] }) => void
  /** Reads everything again: the owner changed, or another tab wrote. */
  reload: () => Promise<void>
  setPhase: (phase: SyncPhase) => void
  /** Runs one operation on the store; it must be repeatable. */
  use: <T>(operation: (store: JournalStore) => Promise<T>) => Promise<T>
  close: () => void
}

export async function createReplica(opened: JournalStore, newId: () => string): Promise<Replica> {
  let store = opened
  let phase: SyncPhase = 'idle'
  let written = 0
  let closed = false
  const listeners = new Set<() => void>()
  let contents: LedgerContents
  try {
    contents = await readLedger(store, newId)
  } catch {
    store = createMemoryStore()
    contents = await readLedger(store, newId)
  }
  let shown = buildSnapshot(contents, phase, store.kind)

  function show() {
    shown = buildSnapshot(contents, phase, store.kind, shown)
    for (const listener of listeners) listener()
  }

  async function use<T>(operation: (current: JournalStore) => Promise<T>): Promise<T> {
    const tried = store
    try {
      return await operation(tried)
    } catch (error) {
      if (tried.kind === 'memory' || closed) throw error
    }
    try {
      return await operation(tried)
    } catch {
      // Storage full, or taken away: go on in memory, with all that this tab knows.
      if (store === tried) {
        store = createMemoryStore(contents)
        tried.close()
        show()
      }
      return operation(store)
    }
  }

  async function reload() {
    for (;;) {
      const before = written
      let read: LedgerContents
      try {
        read = await use((current) => readLedger(current, newId))
      } catch (error) {
        if (closed) return
        throw error
      }
      // Something was written while we read: what we hold may be newer than what we read.
      if (before !== written) continue
      contents = { ...read, rows: keepingEvents(contents.rows, read.rows) }
      show()
      return
    }
  }

  function apply(change: { rows?: JournalRow[]; answers?: AnswerRow[] }) {
    const owner = ownerOf(contents.state.learner)
    const rows = (change.rows ?? []).filter((row) => row.owner === owner)
    const answers = (change.answers ?? []).filter((row) => row.owner === owner)
    written += 1
    if (rows.length + answers.length === 0) return
    contents = {
      ...contents,
      rows: replaced(contents.rows, keepingEvents(contents.rows, rows), (row) => row.id),
      answers: replaced(contents.answers, answers, (row) => row.eventId),
    }
    show()
  }

  return {
    snapshot: () => shown,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    apply,
    reload,
    setPhase(next) {
      if (next === phase) return
      phase = next
      show()
    },
    use,
    close() {
      closed = true
      store.close()
    },
  }
}

/** The store hands out copies; an event that says the same stays the same object, so that nobody folds it anew. */
function keepingEvents(old: JournalRow[], read: JournalRow[]): JournalRow[] {
  const known = new Map(old.map((row) => [row.id, row.event]))
  return read.map((row) => {
    const event = known.get(row.id)
    return event !== undefined && JSON.stringify(event) === JSON.stringify(row.event) ? { ...row, event } : row
  })
}

function replaced<T>(old: T[], changed: T[], idOf: (item: T) => string): T[] {
  if (changed.length === 0) return old
  const byId = new Map(old.map((item) => [idOf(item), item]))
  for (const item of changed) byId.set(idOf(item), item)
  return [...byId.values()]
}
