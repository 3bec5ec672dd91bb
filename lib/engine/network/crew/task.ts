/**
 * How the threads of a run agree on what to do: a block of words that all of them see. The claim word holds the number of
 * the task (its upper half) and the next item of it that nobody has taken (its lower half), so that one atomic exchange
 * takes an item of the right task or none.
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
/** Helpers that have begun. */
export const PRESENT = 36

/** In the claim word's lower half: no item can be taken. */
export const CLOSED = 0xffff

export const KIND_FORWARD = 0
export const KIND_LEARN = 1
export const KIND_STRETCHES = 2
export const KIND_LEAVE = 3
export const KIND_PHASE = 4

export const STRETCH_LISTS = ['reduce', 'update', 'prepare'] as const
export type StretchList = (typeof STRETCH_LISTS)[number]

/** The next free item of the present task, or −1. */
export function claimItem(i32: Int32Array, task: number): number {
  for (;;) {
    const word = Atomics.load(i32, task + CLAIM)
    const item = word & CLOSED
    if (item >= Atomics.load(i32, task + ITEMS)) return -1
    if (Atomics.compareExchange(i32, task + CLAIM, word, word + 1) === word) return item
  }
}

/** Says that an item is done; wakes whoever waits for the last one. */
export function finishItem(i32: Int32Array, task: number): void {
  const done = Atomics.add(i32, task + DONE, 1) + 1
  if (done === Atomics.load(i32, task + ITEMS)) Atomics.notify(i32, task + DONE)
}
