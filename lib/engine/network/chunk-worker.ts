/** What one thread does with one chunk of examples: forward, loss, backward. It owns no state that outlives a chunk. */
import { createHostLoss } from '../losses/create-host-loss'
import { ArenaLoss, type MeasuredChunk } from '../losses/measure-in-arena'
import { CONTEXT_COUNT } from '../program/space'
import { isDifference } from '../spec/loss-spec'
import type { Machine } from './backend'
import type { NetworkPlan, PlannedNetwork } from './plan-network'

export class ChunkWorker {
  private readonly outputs: number
  /** Null where a kernel measures the loss. */
  private readonly loss: ArenaLoss | null
  private readonly measured: MeasuredChunk
  private readonly context: number

  constructor(
    private readonly plan: NetworkPlan,
    private readonly machine: Machine,
    private readonly thread: number,
  ) {
    const { chunk, loss, classes } = plan.shape
    this.outputs = plan.training.network.output.channels
    const setting = { capacity: chunk, outputs: this.outputs, classes }
    this.loss = isDifference(loss) ? null : new ArenaLoss(createHostLoss(loss, setting), this.outputs, chunk)
    this.measured = { y: 0, dy: 0, imageStep: 0, source: plan.source, list: 0 }
    this.context = plan.context(thread)
    const { i32 } = machine.memory
    i32[this.context >> 2] = 0
    i32[(this.context >> 2) + 1] = plan.scratchBase(thread)
  }

  /** The examples in the slot's list: their loss into its header and, to learn, the gradient into the slot's. */
  run(network: PlannedNetwork, slot: number, learn: boolean): void {
    const { machine, plan, context } = this
    const { i32 } = machine.memory
    const list = plan.list(slot)
    const count = i32[list >> 2] as number
    i32[(context >> 2) + 2] = plan.gradientBase(slot)
    i32[(context >> 2) + 3] = list
    i32[(context >> 2) + CONTEXT_COUNT] = count
    machine.executor.execute(network.forward.start, network.forward.end, context)
    if (this.loss !== null) this.measure(this.loss, network, list, count)
    if (learn) machine.executor.execute(network.backward.start, network.backward.end, context)
  }

  /** The last chunk's outputs, [count, outputs]. */
  readOutputs(network: PlannedNetwork, count: number, rows: Float32Array): void {
    const { outputs } = this
    const { f32 } = this.machine.memory
    const { address, imageStep } = network.network.output
    for (let n = 0; n < count; n++) {
      const from = (this.placeOf(address) + n * imageStep) >> 2
      for (let j = 0; j < outputs; j++) rows[n * outputs + j] = f32[from + j] as number
    }
  }

  private measure(loss: ArenaLoss, { network }: PlannedNetwork, list: number, count: number): void {
    const { measured } = this
    measured.y = this.placeOf(network.output.address)
    measured.dy = this.placeOf(network.outputGradient.address)
    measured.imageStep = network.output.imageStep
    measured.list = list
    loss.measure(this.machine.memory, measured, count)
  }

  /** A map of this thread's scratch, in bytes from the arena's start. */
  private placeOf(address: number): number {
    return this.plan.scratchBase(this.thread) + (address & ~3)
  }
}
