/** The journal's storage in IndexedDB. Knows keys and transactions, no rule about events. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { AnswerRow, BrowserState, JournalRow, RowState } from '@/lib/journal/row'
import type { JournalStore, StoreTransaction } from './store'

interface JournalDatabase extends DBSchema {
  rows: { key: [string, string]; value: JournalRow; indexes: { outbox: [string, RowState, number] } }
  answers: { key: [string, string]; value: AnswerRow }
  browser: { key: string; value: BrowserState }
}

const STATE_KEY = 'state'
/** Some browsers let `open` hang for ever after a crash; the page must not. */
const OPEN_WITHIN_MS = 4000

/** Arrays sort after strings, so this spans every key that begins with `owner`. */
const ownedBy = (owner: string) => IDBKeyRange.bound([owner], [owner, []])

/** Rejects when IndexedDB is missing, blocked, damaged or does not answer. */
export async function openIndexedDbStore(databaseName: string): Promise<JournalStore> {
  let database = await openWithin(databaseName)
  let closed = false

  async function begin(mode: 'readonly' | 'readwrite') {
    const stores: ('rows' | 'answers' | 'browser')[] = ['rows', 'answers', 'browser']
    try {
      return database.transaction(stores, mode, { durability: 'strict' })
    } catch (error) {
      // The browser may close an idle connection (storage pressure, another tab upgrading).
      if (closed || !(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error
      database = await openWithin(databaseName)
      return database.transaction(stores, mode, { durability: 'strict' })
    }
  }

  return {
    kind: 'durable',
    async transact(mode, work) {
      const running = await begin(mode)
      const rows = running.objectStore('rows')
      const answers = running.objectStore('answers')
      const browser = running.objectStore('browser')
      const access: StoreTransaction = {
        findState: () => browser.get(STATE_KEY),
        putState: async (state) => void (await browser.put?.(state, STATE_KEY)),
        findRow: (owner, id) => rows.get([owner, id]),
        rowsOf: (owner) => rows.getAll(ownedBy(owner)),
        allRows: () => rows.getAll(),
        unsentOf: (owner, limit) =>
          rows.index('outbox').getAll(IDBKeyRange.bound([owner, 'unsent'], [owner, 'unsent', []]), limit),
        putRow: async (row) => void (await rows.put?.(row)),
        deleteRow: async (owner, id) => void (await rows.delete?.([owner, id])),
        answersOf: (owner) => answers.getAll(ownedBy(owner)),
        putAnswer: async (row) => void (await answers.put?.(row)),
        deleteAnswer: async (owner, eventId) => void (await answers.delete?.([owner, eventId])),
      }
      try {
        const result = await work(access)
        await running.done
        return result
      } catch (error) {
        abortQuietly(running)
        throw error
      }
    },
    close() {
      closed = true
      database.close()
    },
  }
}

function abortQuietly(running: { abort(): void; done: Promise<void> }) {
  running.done.catch(() => undefined)
  try {
    running.abort()
  } catch {
    // Already over: the error that brought us here says why.
  }
}

function openWithin(databaseName: string): Promise<IDBPDatabase<JournalDatabase>> {
  const opening = openDB<JournalDatabase>(databaseName, 1, {
    upgrade(database) {
      const rows = database.createObjectStore('rows', { keyPath: ['owner', 'id'] })
      rows.createIndex('outbox', ['owner', 'state', 'order'])
      database.createObjectStore('answers', { keyPath: ['owner', 'eventId'] })
      database.createObjectStore('browser')
    },
    // A newer page in another tab wants to upgrade: let it; `begin` opens again.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  })
  return new Promise((resolve, reject) => {
    let givenUp = false
    const timer = setTimeout(() => {
      givenUp = true
      reject(new Error('The browser’s storage did not open in time.'))
    }, OPEN_WITHIN_MS)
    opening.then(
      (database) => {
        clearTimeout(timer)
        if (givenUp) database.close()
        else resolve(database)
      },
      (error) => {
        clearTimeout(timer)
        reject(error)
      },
    )
  })
}
