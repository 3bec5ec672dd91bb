/** One contract for both storages: what holds in IndexedDB holds in memory. */
import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import type { JournalRow } from '@/lib/journal/row'
import { review } from '@/lib/journal/testing/test-browser'
import { openIndexedDbStore } from './indexeddb-store'
import { createMemoryStore } from './memory-store'

let databases = 0
const stores = {
  IndexedDB: () => {
    databases += 1
    return openIndexedDbStore(`store-${databases}`)
  },
  memory: async () => createMemoryStore(),
}

function row(owner: string, id: string, order: number, state: JournalRow['state'] = 'unsent'): JournalRow {
  const event = {
    ...review(),
    id,
    occurredAt: '2026-03-01T00:00:00.000Z',
    timeZone: 'UTC',
    deviceId: '00000000-0000-4000-8000-000000000000',
  } as JournalRow['event']
  return { owner, id, order, state, event }
}

describe.each(Object.entries(stores))('%s', (_name, open) => {
  test('gives one owner’s unsent rows in order, up to the limit, and nobody else’s', async () => {
    const store = await open()
    await store.transact('readwrite', async (transaction) => {
      for (const [id, order] of [
        ['c', 3],
        ['a', 1],
        ['b', 2],
      ] as const)
        await transaction.putRow(row('guest', id, order))
      await transaction.putRow(row('guest', 'sent', 0, 'stored'))
      await transaction.putRow(row('guest2', 'other', 0))
    })
    const unsent = await store.transact('readonly', (transaction) => transaction.unsentOf('guest', 2))
    expect(unsent.map((found) => found.id)).toEqual(['a', 'b'])
    expect(await store.transact('readonly', (transaction) => transaction.rowsOf('guest'))).toHaveLength(4)
    expect(await store.transact('readonly', (transaction) => transaction.allRows())).toHaveLength(5)
  })

  test('undoes everything of a transaction that throws', async () => {
    const store = await open()
    await store.transact('readwrite', (transaction) => transaction.putRow(row('guest', 'a', 1)))
    const failing = store.transact('readwrite', async (transaction) => {
      await transaction.putRow(row('guest', 'b', 2))
      await transaction.deleteRow('guest', 'a')
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    const rows = await store.transact('readonly', (transaction) => transaction.rowsOf('guest'))
    expect(rows.map((found) => found.id)).toEqual(['a'])
  })

  test('never runs two writing transactions at once', async () => {
    const store = await open()
    const add = () =>
      store.transact('readwrite', async (transaction) => {
        const state = await transaction.findState()
        const nextOrder = (state?.nextOrder ?? 0) + 1
        await transaction.putState({ learner: null, deviceId: 'd', cursors: {}, nextOrder })
      })
    await Promise.all(Array.from({ length: 20 }, add))
    const state = await store.transact('readonly', (transaction) => transaction.findState())
    expect(state?.nextOrder).toBe(20)
  })

  test('keeps answers by owner', async () => {
    const store = await open()
    const answer = { correct: true, options: [], explanationHtml: '' }
    await store.transact('readwrite', async (transaction) => {
      await transaction.putAnswer({ owner: 'guest', eventId: 'e', answer })
      await transaction.putAnswer({ owner: 'learner:x', eventId: 'e', answer })
      await transaction.deleteAnswer('guest', 'e')
    })
    expect(await store.transact('readonly', (transaction) => transaction.answersOf('guest'))).toEqual([])
    expect(await store.transact('readonly', (transaction) => transaction.answersOf('learner:x'))).toHaveLength(1)
  })
})
