/**
 * How the threads of a run agree on what to do: a block of words that all of them see. The claim word holds the items of
 * the present task that nobody has taken: the first, and the one behind the last, 16 bits each. Whoever takes the first or
 * the last off it in one atomic exchange has taken an item that is there, whatever happened since it looked: no count of
 * tasks has to be told apart, and none can overflow. Threads begin at both ends, so with two of them each goes on with the
 * half that it had before, and finds the half's gradients and weights in its own cache.
 */

/** Words of the block. Claim and done lie on cache lines of their own. */
export const CLAIM = 0
export const DONE = 16
export const ITEMS = 32
export const KIND = 33
/** Of KIND_STRETCHES: which of the plan's lists of stretches. */
export const LIST = 34
/** Of KIND_PHASE: which of the step's phases. */
export const PHASE = 35
/** Helpers that have begun, and have not been lost. */
export const PRESENT = 36
/** Not 0: a helper went with an item in its hands, and could say so, or all were let go. */
export const LOST = 37

/** In the claim word: there will be no further task, and there is no item. */
export const DISMISSED = -1

export const KIND_FORWARD = 0
export const KIND_LEARN = 1
export const KIND_STRETCHES = 2
export const KIND_PHASE = 3

export const STRETCH_LISTS = ['reduce', 'update', 'prepare'] as const
export type StretchList = (typeof STRETCH_LISTS)[number]

/** Begins the next task, of 1 to 65,534 items. Every item of the task before must be done; no thread is in its way then. */
export function openTask(i32: Int32Array, task: number, kind: number, items: number): void {
  i32[task + KIND] = kind
  Atomics.store(i32, task + DONE, 0)
  Atomics.store(i32, task + ITEMS, items)
  // Last: from now on items are taken.
  Atomics.store(i32, task + CLAIM, items << 16)
  Atomics.notify(i32, task + CLAIM)
}

/** The next free item of the present task, for threads of even number from the front; or −1. */
export function claimItem(i32: Int32Array, task: number, thread: number): number {
  for (;;) {
    const free = Atomics.load(i32, task + CLAIM)
    const first = free & 0xffff
    const end = free >>> 16
    if (first >= end) return -1
    const isFront = thread % 2 === 0
    const left = isFront ? free + 1 : free - 0x10000
    if (Atomics.compareExchange(i32, task + CLAIM, free, left | 0) === free) return isFront ? first : end - 1
  }
}

/** Says that an item is done; wakes whoever waits for the last one. */
export function finishItem(i32: Int32Array, task: number): void {
  const done = Atomics.add(i32, task + DONE, 1) + 1
  if (done === Atomics.load(i32, task + ITEMS)) Atomics.notify(i32, task + DONE)
}

/** Says that an item will not be done: the thread that took it cannot go on. */
export function loseItem(i32: Int32Array, task: number): void {
  Atomics.sub(i32, task + PRESENT, 1)
  Atomics.store(i32, task + LOST, 1)
  Atomics.notify(i32, task + DONE)
}
