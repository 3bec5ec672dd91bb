/** What one thread does with one chunk of examples: forward, loss, backward. It owns no state that outlives a chunk. */
import { createHostLoss } from '../../losses/create-host-loss'
import { ArenaLoss, type MeasuredChunk } from '../../losses/measure-in-arena'
import type { Stretch } from '../../program/program'
import { CONTEXT_COUNT } from '../../program/space'
import { isDifference } from '../../spec/loss-spec'
import type { Machine } from '../backend'
import type { NetworkPlan, PlannedNetwork } from '../plan-network'

export class ChunkWorker {
  private readonly outputs: number
  /** Null where a kernel measures the loss. */
  private readonly loss: ArenaLoss | null
  private readonly measured: MeasuredChunk
  private readonly context: number
  /** Where this thread works on its chunks, and where it does at present. */
  private readonly ownScratch: number
  private scratch: number

  constructor(
    private readonly plan: NetworkPlan,
    private readonly machine: Machine,
    thread: number,
  ) {
    const { chunk, loss, classes } = plan.shape
    this.outputs = plan.training.network.output.channels
    const setting = { capacity: chunk, outputs: this.outputs, classes }
    this.loss = isDifference(loss) ? null : new ArenaLoss(createHostLoss(loss, setting), this.outputs, chunk)
    this.measured = { y: 0, dy: 0, imageStep: 0, source: plan.source, list: 0 }
    this.context = plan.context(thread)
    const { i32 } = machine.memory
    i32[this.context >> 2] = 0
    this.ownScratch = plan.scratchBase(thread)
    this.scratch = this.ownScratch
    i32[(this.context >> 2) + 1] = this.scratch
  }

  /** The examples in the slot's list: their loss into its header and, to learn, the gradient into the slot's. */
  run(network: PlannedNetwork, slot: number, learn: boolean): void {
    this.take(slot)
    this.execute(network.forward)
    this.measure(network)
    if (learn) this.execute(network.backward)
  }

  /** Turns to the examples of a slot. */
  take(slot: number): void {
    const { plan, context } = this
    const { i32 } = this.machine.memory
    const list = plan.list(slot)
    i32[(context >> 2) + 2] = plan.gradientBase(slot)
    i32[(context >> 2) + 3] = list
    i32[(context >> 2) + CONTEXT_COUNT] = i32[list >> 2] as number
  }

  /** Works in another scratch than its own from now on, until it moves back. */
  moveTo(scratch = this.ownScratch): void {
    this.scratch = scratch
    this.machine.memory.i32[(this.context >> 2) + 1] = scratch
  }

  execute({ start, end }: Stretch): void {
    this.machine.executor.execute(start, end, this.context)
  }

  /** The loss of what the forward program put out, and its gradient, unless a kernel of that program has measured it. */
  measure({ network }: PlannedNetwork): void {
    const { context, loss, measured } = this
    if (loss === null) return
    const { i32 } = this.machine.memory
    measured.y = this.placeOf(network.output.address)
    measured.dy = this.placeOf(network.outputGradient.address)
    measured.imageStep = network.output.imageStep
    measured.list = i32[(context >> 2) + 3] as number
    loss.measure(this.machine.memory, measured, i32[(context >> 2) + CONTEXT_COUNT] as number)
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

  /** A map of the present scratch, in bytes from the arena's start. */
  private placeOf(address: number): number {
    return this.scratch + (address & ~3)
  }
}
