/** The journal's storage where IndexedDB cannot be used: lives as long as the page. */
import type { AnswerRow, BrowserState, JournalRow } from '@/lib/journal/row'
import type { JournalStore, StoreTransaction } from './store'

export interface MemoryContents {
  state?: BrowserState
  rows: JournalRow[]
  answers: AnswerRow[]
}

const key = (owner: string, id: string) => JSON.stringify([owner, id])

export function createMemoryStore(initial: MemoryContents = { rows: [], answers: [] }): JournalStore {
  let state = initial.state
  let rows = new Map(initial.rows.map((row) => [key(row.owner, row.id), row]))
  let answers = new Map(initial.answers.map((row) => [key(row.owner, row.eventId), row]))
  let last: Promise<unknown> = Promise.resolve()

  const transaction: StoreTransaction = {
    findState: async () => state,
    putState: async (next) => {
      state = next
    },
    findRow: async (owner, id) => rows.get(key(owner, id)),
    rowsOf: async (owner) => [...rows.values()].filter((row) => row.owner === owner),
    allRows: async () => [...rows.values()],
    unsentOf: async (owner, limit) =>
      [...rows.values()]
        .filter((row) => row.owner === owner && row.state === 'unsent')
        .sort((a, b) => a.order - b.order)
        .slice(0, limit),
    putRow: async (row) => {
      rows.set(key(row.owner, row.id), row)
    },
    deleteRow: async (owner, id) => {
      rows.delete(key(owner, id))
    },
    answersOf: async (owner) => [...answers.values()].filter((row) => row.owner === owner),
    putAnswer: async (row) => {
      answers.set(key(row.owner, row.eventId), row)
    },
    deleteAnswer: async (owner, eventId) => {
      answers.delete(key(owner, eventId))
    },
  }

  return {
    kind: 'memory',
    transact(_mode, work) {
      const run = last.then(async () => {
        const before = { state, rows: new Map(rows), answers: new Map(answers) }
        try {
          return await work(transaction)
        } catch (error) {
          ;({ state, rows, answers } = before)
          throw error
        }
      })
      last = run.catch(() => undefined)
      return run
    },
    close: () => undefined,
  }
}
