/**
 * The inside of a Node worker that helps a run until it is lost with an item in its hands, in a manner and at a moment that
 * `workerData` names.
 */
import { workerData } from 'node:worker_threads'
import type { Machine } from '../network/backend'
import type { ThreadStart } from '../network/crew/crew'
import { ItemRunner } from '../network/crew/item-runner'
import { joinCrew } from '../network/crew/join-crew'
import { CLAIM, DISMISSED, KIND, LIST, STRETCH_LISTS, type StretchList } from '../network/crew/task'
import { RARE_LAYERS } from '../network/rare-layers'

export interface Loss {
  /**
   * `dies`: as when it is ended from outside, without a word, the item done and nobody told. `stalls`: sleeps until it is
   * given up, and then does the item all the same. `never-begins`: has a fault before it joins.
   */
  manner: 'dies' | 'throws' | 'stalls' | 'never-begins'
  /** At which kind of item (crew/task.ts); of stretches, of which list. */
  kind: number
  list?: StretchList
  /** How many such items it does before; 3 where it is not said. */
  before?: number
}

const { loss, start } = workerData as { loss: Loss; start: ThreadStart }
if (loss.manner === 'never-begins') throw new Error('This helper cannot begin.')

let seen = 0
const { run } = ItemRunner.prototype
ItemRunner.prototype.run = function (item) {
  const { machine, task } = this as unknown as { machine: Machine; task: number }
  const { i32 } = machine.memory
  const isMeant = loss.list === undefined || i32[task + LIST] === STRETCH_LISTS.indexOf(loss.list)
  const isNow = i32[task + KIND] === loss.kind && isMeant && seen++ === (loss.before ?? 3)
  if (isNow && loss.manner === 'throws') throw new Error('This helper cannot go on.')
  if (isNow && loss.manner === 'stalls') awaitDismissal(i32, task + CLAIM)
  run.call(this, item)
  if (isNow && loss.manner === 'dies') process.exit()
}

function awaitDismissal(i32: Int32Array, claim: number): void {
  for (;;) {
    const word = Atomics.load(i32, claim)
    if (word === DISMISSED) return
    Atomics.wait(i32, claim, word, 100)
  }
}

joinCrew(start, RARE_LAYERS)
