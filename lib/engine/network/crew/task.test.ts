/** However long a thread is held up between two looks at the shared words, it takes an item that is there, or none. */
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { CLAIM, claimItem, DISMISSED, finishItem, KIND_LEARN, openTask } from './task'

const words = () => new Int32Array(new SharedArrayBuffer(256))

function doAll(i32: Int32Array): number[] {
  const taken: number[] = []
  for (let item = claimItem(i32, 0, 0); item >= 0; item = claimItem(i32, 0, 0)) {
    taken.push(item)
    finishItem(i32, 0)
  }
  return taken
}

/** Lets `meanwhile` happen after `thread` has looked at the words and before it acts on what it saw. */
function holdUp(meanwhile: () => void): void {
  const exchange = Atomics.compareExchange.bind(Atomics)
  const spy = vi.spyOn(Atomics, 'compareExchange')
  spy.mockImplementationOnce(((...given: Parameters<typeof exchange>) => {
    spy.mockRestore()
    meanwhile()
    return exchange(...given)
  }) as typeof Atomics.compareExchange)
}

afterEach(() => vi.restoreAllMocks())

/** Enough for any count in a half word to come round, signed or not; and their neighbours. */
const WRAPS = [1, 2, 32_767, 32_768, 32_769, 65_535, 65_536, 65_537]

test.each(WRAPS)('held up while %i tasks go by, the last of them with fewer items: nothing is taken twice', (tasks) => {
  const i32 = words()
  openTask(i32, 0, KIND_LEARN, 8)
  const before = [claimItem(i32, 0, 0), claimItem(i32, 0, 0), claimItem(i32, 0, 0), claimItem(i32, 0, 0)]
  expect(before).toEqual([0, 1, 2, 3])
  let last: number[] = []
  holdUp(() => {
    // The others end that task and do all of the following ones.
    doAll(i32)
    for (let task = 1; task <= tasks; task++) {
      openTask(i32, 0, KIND_LEARN, task === tasks ? 4 : 8)
      last = doAll(i32)
    }
  })
  expect(claimItem(i32, 0, 0)).toBe(-1)
  expect(last).toEqual([0, 1, 2, 3])
})

test('held up in any task, by any tasks, at either end: the item taken is one of the present task that nobody else gets', () => {
  const thread = fc.nat(7)
  const task = fc.record({ items: fc.integer({ min: 1, max: 32 }), takers: fc.array(thread, { maxLength: 32 }) })
  fc.assert(
    fc.property(task, fc.array(task, { minLength: 1, maxLength: 6 }), thread, (first, later, late) => {
      const i32 = words()
      openTask(i32, 0, KIND_LEARN, first.items)
      for (const taker of first.takers.slice(0, first.items - 1)) claimItem(i32, 0, taker)
      const others: number[] = []
      let items = first.items
      holdUp(() => {
        doAll(i32)
        for (const [i, next] of later.entries()) {
          items = next.items
          openTask(i32, 0, KIND_LEARN, items)
          others.length = 0
          if (i < later.length - 1) others.push(...doAll(i32))
          else for (const taker of next.takers.slice(0, items)) others.push(claimItem(i32, 0, taker))
        }
      })
      const mine = claimItem(i32, 0, late)
      const all = [...others, ...(mine >= 0 ? [mine] : []), ...doAll(i32)]
      expect(all.sort((a, b) => a - b)).toEqual(Array.from({ length: items }, (_, item) => item))
    }),
  )
})

test.each([1, 2, 3, 32, 40_000, 65_534])('threads begin a task of %i items at both ends and meet', (items) => {
  const i32 = words()
  openTask(i32, 0, KIND_LEARN, items)
  const taken: number[] = []
  for (let turn = 0; taken.length < items; turn++) taken.push(claimItem(i32, 0, turn))
  expect(taken.slice(0, 3)).toEqual([0, items - 1, 1].slice(0, items))
  expect(new Set(taken)).toEqual(new Set(Array(items).keys()))
  expect([claimItem(i32, 0, 0), claimItem(i32, 0, 1)]).toEqual([-1, -1])
})

test.each([0, 1])('once dismissed, thread %i finds no item', (thread) => {
  const i32 = words()
  i32[CLAIM] = DISMISSED
  expect(claimItem(i32, 0, thread)).toBe(-1)
})
