/** However long a thread is held up between two looks at the shared words, it takes an item that is there, or none. */
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { claimItem, finishItem, KIND_LEARN, openTask } from './task'

const words = () => new Int32Array(new SharedArrayBuffer(256))

function doAll(i32: Int32Array): number[] {
  const taken: number[] = []
  for (let item = claimItem(i32, 0); item >= 0; item = claimItem(i32, 0)) {
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
  const before = [claimItem(i32, 0), claimItem(i32, 0), claimItem(i32, 0), claimItem(i32, 0)]
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
  expect(claimItem(i32, 0)).toBe(-1)
  expect(last).toEqual([0, 1, 2, 3])
})

test('held up in any task, by any tasks: the item taken is one of the present task that nobody else gets', () => {
  const task = fc.record({ items: fc.integer({ min: 1, max: 32 }), taken: fc.nat(32) })
  fc.assert(
    fc.property(task, fc.array(task, { minLength: 1, maxLength: 6 }), (first, later) => {
      const i32 = words()
      openTask(i32, 0, KIND_LEARN, first.items)
      for (let i = 0; i < Math.min(first.taken, first.items - 1); i++) claimItem(i32, 0)
      const others: number[] = []
      let items = first.items
      holdUp(() => {
        doAll(i32)
        for (const [i, next] of later.entries()) {
          items = next.items
          openTask(i32, 0, KIND_LEARN, items)
          others.length = 0
          if (i < later.length - 1) others.push(...doAll(i32))
          else for (let n = 0; n < Math.min(next.taken, items); n++) others.push(claimItem(i32, 0))
        }
      })
      const mine = claimItem(i32, 0)
      const all = [...others, ...(mine >= 0 ? [mine] : []), ...doAll(i32)]
      expect(all.sort((a, b) => a - b)).toEqual(Array.from({ length: items }, (_, item) => item))
    }),
  )
})
