import type { Machine } from './backend'
import { ChunkWorker } from './chunk-worker'
import type { NetworkPlan, Stretch } from './plan-network'
import { KIND, KIND_FORWARD, KIND_LEARN, KIND_STRETCHES, LIST, STRETCH_LISTS } from './task'

/** A thread's hands: does one item of the present task, a chunk of examples or a stretch of a program. */
export class ItemRunner {
  readonly worker: ChunkWorker
  private readonly task: number

  constructor(
    private readonly plan: NetworkPlan,
    private readonly machine: Machine,
    private readonly thread: number,
  ) {
    this.worker = new ChunkWorker(plan, machine, thread)
    this.task = plan.task >> 2
  }

  run(item: number): void {
    const kind = this.machine.memory.i32[this.task + KIND]
    if (kind === KIND_STRETCHES) this.runStretch(this.stretches()[item] as Stretch)
    else if (kind === KIND_FORWARD || kind === KIND_LEARN) {
      this.worker.run(this.plan.training, item, kind === KIND_LEARN)
    }
  }

  runStretch({ start, end }: Stretch): void {
    this.machine.executor.execute(start, end, this.plan.context(this.thread))
  }

  private stretches(): Stretch[] {
    const name = STRETCH_LISTS[this.machine.memory.i32[this.task + LIST] as number]
    return (name === 'prepare' ? this.plan.training.prepare : this.plan[name ?? 'reduce']).parts
  }
}
