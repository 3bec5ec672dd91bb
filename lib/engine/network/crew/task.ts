/**
 * How the threads of a run agree on what to do: a block of words that all of them see. The claim word holds how many items
 * of the present task nobody has taken, so whoever lowers it by one, in one atomic exchange, has taken an item that is
 * there, whatever happened since it looked: no count of tasks has to be told apart, and none can overflow.
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

/** In the claim word: there will be no further task. */
export const DISMISSED = -1

export const KIND_FORWARD = 0
export const KIND_LEARN = 1
export const KIND_STRETCHES = 2
export const KIND_PHASE = 3

export const STRETCH_LISTS = ['reduce', 'update', 'prepare'] as const
export type StretchList = (typeof STRETCH_LISTS)[number]

/** Begins the next task, of at least one item. Every item of the task before must be done; no thread is in its way then. */
export function openTask(i32: Int32Array, task: number, kind: number, items: number): void {
  i32[task + KIND] = kind
  Atomics.store(i32, task + DONE, 0)
  Atomics.store(i32, task + ITEMS, items)
  // Last: from now on items are taken.
  Atomics.store(i32, task + CLAIM, items)
  Atomics.notify(i32, task + CLAIM)
}

/** The next free item of the present task, or −1. */
export function claimItem(i32: Int32Array, task: number): number {
  for (;;) {
    const free = Atomics.load(i32, task + CLAIM)
    if (free <= 0) return -1
    // Read behind the exchange: the task that the item is of cannot end before the item is done.
    if (Atomics.compareExchange(i32, task + CLAIM, free, free - 1) === free)
      return Atomics.load(i32, task + ITEMS) - free
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
