/**
 * The threads that share a run's chunks. Which thread does what is left to chance, and changes no bit: each chunk has its
 * own partial gradient, each stretch its own part of the weights. Without helpers the same items are done one by one.
 */
import type { KernelModules } from '../../program/executor'
import type { Machine } from '../backend'
import type { NetworkPlan, NetworkShape } from '../plan-network'
import { ItemRunner } from './item-runner'
import {
  CLAIM,
  claimItem,
  DISMISSED,
  DONE,
  finishItem,
  ITEMS,
  KIND,
  KIND_FORWARD,
  KIND_LEARN,
  KIND_PHASE,
  KIND_STRETCHES,
  LIST,
  LOST,
  loseItem,
  openTask,
  PHASE,
  PRESENT,
  STRETCH_LISTS,
  type StretchList,
} from './task'

/** What a thread must be told to join: structured-cloneable. */
export interface ThreadStart {
  modules: KernelModules
  memory: object
  shape: NetworkShape
  /** From 1 on; 0 is the thread that leads. */
  thread: number
}

/** Starts a thread that calls `joinCrew(start)`. The engine knows no workers: the host supplies them. */
export type SpawnThread = (start: ThreadStart) => void

/** Looks at a word that another thread is about to change, before sleeping. */
const SPINS = 2000
/**
 * Sleeps of a millisecond, one after another without any item done, before a helper is given up: it may have been ended
 * from outside, which nobody hears of. Counted and not timed, so that a machine that was asleep does not lose it.
 */
const PATIENCE = 5000

/** A helper went and left an item undone: what all of the present task's items make together will never be there. */
export class LostHelper extends Error {}

export class Crew {
  readonly leader: ItemRunner
  private readonly task: number
  private readonly hasHelpers: boolean
  /** Without helpers, plain counts do what claims do between threads. */
  private items = 0
  private taken = 0
  /** Of the step in work, behind the phase that the task is. */
  private phasesLeft = 0

  constructor(
    private readonly plan: NetworkPlan,
    private readonly machine: Machine,
  ) {
    this.leader = new ItemRunner(plan, machine, 0)
    this.task = plan.task >> 2
    this.hasHelpers = plan.shape.threads > 1
  }

  /** Threads at work by now: a host needs a moment to start one, and a run does not wait for it. */
  get present(): number {
    return 1 + (this.hasHelpers ? Atomics.load(this.machine.memory.i32, this.task + PRESENT) : 0)
  }

  /** Begins `items` chunks; `next` then does them one by one, helpers as many as they can beside it. */
  beginChunks(items: number, learn: boolean): void {
    this.settle()
    const { phases } = this.plan
    if (learn && phases !== null) this.beginPhase(0, items, phases.length)
    else this.begin(learn ? KIND_LEARN : KIND_FORWARD, items)
  }

  /** Does one item that nobody has taken, behind a phase's last one of the next phase; false where there is none. */
  next(): boolean {
    while (!this.takeItem()) {
      if (this.phasesLeft === 0) return false
      const phase = this.machine.memory.i32[this.task + PHASE] as number
      this.awaitItems()
      this.leader.joinChunks(phase)
      this.beginPhase(phase + 1, this.items, this.phasesLeft)
    }
    return true
  }

  private takeItem(): boolean {
    if (!this.hasHelpers) {
      if (this.taken >= this.items) return false
      this.leader.run(this.taken++)
      return true
    }
    const { i32 } = this.machine.memory
    const item = claimItem(i32, this.task, 0)
    if (item < 0) return false
    this.leader.run(item)
    finishItem(i32, this.task)
    return true
  }

  /** Waits until every item of the present task is done. */
  settle(): void {
    while (this.next());
    this.awaitItems()
  }

  private awaitItems(): void {
    if (!this.hasHelpers) return
    const { i32 } = this.machine.memory
    const items = i32[this.task + ITEMS] as number
    let before = 0
    let sleeps = 0
    for (let spin = 0; ; spin++) {
      const done = Atomics.load(i32, this.task + DONE)
      if (done >= items) return
      if (spin <= SPINS) continue
      sleeps = done === before ? sleeps + 1 : 0
      before = done
      if (sleeps > PATIENCE || Atomics.load(i32, this.task + LOST) !== 0) throw new LostHelper()
      Atomics.wait(i32, this.task + DONE, done, 1)
    }
  }

  /** Runs all stretches of a list. */
  runStretches(name: StretchList): void {
    const calls = name === 'prepare' ? this.plan.training.prepare : this.plan[name]
    if (calls.parts.length === 0) return
    if (!this.hasHelpers) {
      this.leader.runStretch(calls.whole)
      return
    }
    this.settle()
    this.machine.memory.i32[this.task + LIST] = STRETCH_LISTS.indexOf(name)
    this.begin(KIND_STRETCHES, calls.parts.length)
    this.settle()
  }

  /**
   * Lets the helpers go, whatever they have in hand, and waits for none. The run cannot go on after that; weights can be
   * read, since no update is under way when the leader is not in one.
   */
  dismiss(): void {
    if (!this.hasHelpers) return
    const { i32 } = this.machine.memory
    i32[this.task + LOST] = 1
    Atomics.store(i32, this.task + CLAIM, DISMISSED)
    Atomics.notify(i32, this.task + CLAIM)
  }

  /** `left`: phases to come, this one among them. */
  private beginPhase(phase: number, items: number, left: number): void {
    this.machine.memory.i32[this.task + PHASE] = phase
    this.phasesLeft = left - 1
    this.begin(KIND_PHASE, items)
  }

  private begin(kind: number, items: number): void {
    const { i32 } = this.machine.memory
    if (i32[this.task + LOST] !== 0) throw new LostHelper()
    this.items = items
    this.taken = 0
    if (this.hasHelpers) openTask(i32, this.task, kind, items)
    else i32[this.task + KIND] = kind
  }
}

/**
 * A helper's life: does items as they come, until it is dismissed. Call it in a thread of its own; it blocks. @throws what
 * an item throws, once the leader can know.
 */
export function help(runner: ItemRunner, machine: Machine, plan: NetworkPlan): void {
  const { i32 } = machine.memory
  const task = plan.task >> 2
  Atomics.add(i32, task + PRESENT, 1)
  let idle = 0
  for (;;) {
    const free = Atomics.load(i32, task + CLAIM)
    if (free === DISMISSED) return
    const item = claimItem(i32, task, runner.thread)
    if (item >= 0) {
      try {
        runner.run(item)
      } catch (error) {
        loseItem(i32, task)
        throw error
      }
      finishItem(i32, task)
      idle = 0
    } else if (++idle > SPINS) Atomics.wait(i32, task + CLAIM, free, 1000)
  }
}
