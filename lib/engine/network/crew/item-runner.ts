/**
 * A thread's hands: does one item of the present task, a chunk of examples, its part of a phase or a stretch of a program.
 * Not here: which item it is, and when all are done (crew.ts).
 */
import type { Stretch } from '../../program/program'
import type { Machine } from '../backend'
import type { Phase } from '../cuts'
import type { NetworkPlan } from '../plan-network'
import { ChunkWorker } from './chunk-worker'
import { KIND, KIND_FORWARD, KIND_LEARN, KIND_PHASE, KIND_STRETCHES, LIST, PHASE, STRETCH_LISTS } from './task'

export class ItemRunner {
  readonly worker: ChunkWorker
  private readonly task: number

  constructor(
    private readonly plan: NetworkPlan,
    private readonly machine: Machine,
    readonly thread: number,
  ) {
    this.worker = new ChunkWorker(plan, machine, thread)
    this.task = plan.task >> 2
  }

  run(item: number): void {
    const kind = this.machine.memory.i32[this.task + KIND]
    if (kind === KIND_STRETCHES) this.runStretch(this.stretches()[item] as Stretch)
    else if (kind === KIND_FORWARD || kind === KIND_LEARN) {
      this.worker.run(this.plan.training, item, kind === KIND_LEARN)
    } else if (kind === KIND_PHASE) this.runPhase(this.machine.memory.i32[this.task + PHASE] as number, item)
  }

  /** A batch that is one chunk through all its phases. */
  runPhases(count: number): void {
    for (let phase = 0; phase < count; phase++) {
      this.runPhase(phase, 0)
      this.joinChunks(phase)
    }
  }

  /** A chunk's part of a phase, in the slot's own scratch: the next phase goes on with what it leaves there. */
  runPhase(phase: number, slot: number): void {
    const { plan, worker } = this
    const { forward, measures, backward } = this.phase(phase)
    worker.take(slot)
    worker.moveTo(plan.scratchBase(slot))
    for (let i = 0; i < forward.length; i++) worker.execute(forward[i] as Stretch)
    if (measures) worker.measure(plan.training)
    for (let i = 0; i < backward.length; i++) worker.execute(backward[i] as Stretch)
    worker.moveTo()
  }

  /** What joins the chunks when all are through with a phase. */
  joinChunks(phase: number): void {
    const { joint } = this.phase(phase)
    if (joint === null) return
    this.worker.take(0)
    this.worker.execute(joint)
  }

  private phase(index: number): Phase {
    return (this.plan.phases as Phase[])[index] as Phase
  }

  runStretch({ start, end }: Stretch): void {
    this.machine.executor.execute(start, end, this.plan.context(this.thread))
  }

  private stretches(): Stretch[] {
    const name = STRETCH_LISTS[this.machine.memory.i32[this.task + LIST] as number]
    return (name === 'prepare' ? this.plan.training.prepare : this.plan[name ?? 'reduce']).parts
  }
}
