import { createLoss } from '../losses/create-loss'
import type { Loss } from '../losses/loss'
import type { Machine } from './backend'
import { ChunkWorker } from './chunk-worker'
import type { NetworkPlan, Stretch } from './plan-network'
import type { Phase } from './phases'
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

/** A thread's hands: does one item of the present task, a chunk of examples or a stretch of a program. */
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

  /** A chunk's part of a phase. */
  runPhase(phase: number, slot: number, targets: number): void {
    const { plan } = this
    const scale = this.scales[(plan.task + SCALE_BYTES) >> 3] as number
    plan.phases?.kit.runPhase(plan, plan.phases.phases[phase] as Phase, this.worker, slot, targets, scale)
  }

  /** What follows a phase when all chunks are through. */
  joinChunks(phase: number): void {
    const { phases } = this.plan
    phases?.kit.joinChunks(phases.phases[phase] as Phase, this.worker)
  }

  runStretch({ start, end }: Stretch): void {
    this.machine.executor.execute(start, end, this.plan.context(this.thread))
  }

  private stretches(): Stretch[] {
    const name = STRETCH_LISTS[this.machine.memory.i32[this.task + LIST] as number]
    return (name === 'prepare' ? this.plan.training.prepare : this.plan[name ?? 'reduce']).parts
  }
}
