/**
 * A thread's hands: does one item of the present task, a chunk of examples, its part of a phase or a stretch of a program.
 * Not here: which item it is, and when all are done (crew.ts).
 */
import { createLoss } from '../losses/create-loss'
import type { Loss } from '../losses/loss'
import type { Stretch } from '../program/program'
import type { Machine } from './backend'
import { ChunkWorker } from './chunk-worker'
import type { Phase } from './cuts'
import type { NetworkPlan } from './plan-network'
import {
  KIND,
  KIND_FORWARD,
  KIND_LEARN,
  KIND_PHASE,
  KIND_STRETCHES,
  LIST,
  PHASE,
  SCALE_BYTES,
  STRETCH_LISTS,
  TARGETS,
} from './task'

export class ItemRunner {
  readonly loss: Loss
  readonly worker: ChunkWorker
  private readonly scales: Float64Array
  private readonly task: number

  constructor(
    private readonly plan: NetworkPlan,
    private readonly machine: Machine,
    private readonly thread: number,
  ) {
    const { loss, chunk, classes } = plan.shape
    this.loss = createLoss(loss, { capacity: chunk, outputs: plan.training.network.output.channels, classes })
    this.worker = new ChunkWorker(plan, machine, this.loss, thread)
    this.scales = new Float64Array(machine.memory.buffer)
    this.task = plan.task >> 2
  }

  /** What the losses' gradients of the next chunks are multiplied by. */
  setScale(scale: number): void {
    this.scales[(this.plan.task + SCALE_BYTES) >> 3] = scale
  }

  run(item: number): void {
    const { i32 } = this.machine.memory
    const kind = i32[this.task + KIND]
    if (kind === KIND_STRETCHES) this.runStretch(this.stretches()[item] as Stretch)
    else if (kind === KIND_FORWARD || kind === KIND_LEARN) {
      const { training } = this.plan
      const scale = this.scales[(this.plan.task + SCALE_BYTES) >> 3] as number
      this.worker.forward(training, item, i32[this.task + TARGETS] as number, scale)
      if (kind === KIND_LEARN) this.worker.backward(training)
    } else if (kind === KIND_PHASE)
      this.runPhase(i32[this.task + PHASE] as number, item, i32[this.task + TARGETS] as number)
  }

  /** A batch that is one chunk through all its phases. */
  runPhases(count: number, targets: number, scale: number): void {
    this.setScale(scale)
    for (let phase = 0; phase < count; phase++) {
      this.runPhase(phase, 0, targets)
      this.joinChunks(phase)
    }
  }

  /** A chunk's part of a phase, in the slot's own scratch: the next phase goes on with what it leaves there. */
  runPhase(phase: number, slot: number, targets: number): void {
    const { plan, worker } = this
    const { forward, measures, backward } = this.phase(phase)
    worker.take(slot)
    worker.moveTo(plan.scratchBase(slot))
    for (let i = 0; i < forward.length; i++) worker.execute(forward[i] as Stretch)
    if (measures) {
      worker.measure(plan.training, slot, targets, this.scales[(plan.task + SCALE_BYTES) >> 3] as number)
      worker.placeGradient(plan.training)
    }
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
