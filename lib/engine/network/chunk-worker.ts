/** What one thread does with one chunk of examples: forward, loss, backward. It owns no state that outlives a chunk. */
import type { Loss } from '../losses/loss'
import type { Stretch } from '../program/program'
import { CONTEXT_COUNT } from '../program/space'
import type { Machine } from './backend'
import { LIST_HEADER } from './compile'
import type { NetworkPlan, PlannedNetwork } from './plan-network'

export class ChunkWorker {
  private readonly outputs: number
  private readonly rows: Float32Array
  private readonly targets: Float32Array
  private readonly results: Float64Array
  private readonly context: number
  /** Where this thread works on its chunks, and where it does at present. */
  private readonly ownScratch: number
  private scratch: number

  constructor(
    private readonly plan: NetworkPlan,
    private readonly machine: Machine,
    private readonly loss: Loss,
    thread: number,
  ) {
    const { chunk } = plan.shape
    this.outputs = plan.training.network.output.channels
    this.rows = new Float32Array(chunk * this.outputs)
    this.targets = new Float32Array(chunk)
    this.results = new Float64Array(machine.memory.buffer)
    this.context = plan.context(thread)
    const { i32 } = machine.memory
    i32[this.context >> 2] = 0
    this.ownScratch = plan.scratchBase(thread)
    this.scratch = this.ownScratch
    i32[(this.context >> 2) + 1] = this.scratch
  }

  /** Forward of the examples in the slot's list; their loss in the slot's result, its gradient times `scale` kept. */
  forward(network: PlannedNetwork, slot: number, targets: number, scale: number): void {
    this.take(slot)
    this.execute(network.forward)
    this.measure(network, slot, targets, scale)
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

  /** The loss of what `forward` put out, in the slot's result. */
  measure(network: PlannedNetwork, slot: number, targets: number, scale: number): void {
    const { plan, loss } = this
    const { f32, i32 } = this.machine.memory
    const list = plan.list(slot) >> 2
    const count = i32[list] as number
    const examples = list + LIST_HEADER / 4
    for (let n = 0; n < count; n++) {
      this.targets[n] = f32[(targets >> 2) + (i32[examples + 2 * n] as number)] as number
    }
    this.readOutputs(network, count, this.rows)
    loss.measure(this.rows, this.targets, count, scale)
    const result = plan.result(slot) >> 3
    this.results[result] = loss.lossSum
    this.results[result + 1] = loss.correct
  }

  /** Backward from the loss that `forward` measured last, into the slot's partial gradient. */
  backward(network: PlannedNetwork): void {
    this.placeGradient(network)
    this.execute(network.backward)
  }

  /** The gradient of the loss measured last, to where `backward` begins. */
  placeGradient(network: PlannedNetwork): void {
    const { loss, outputs, context } = this
    const { f32, i32 } = this.machine.memory
    const count = i32[(context >> 2) + CONTEXT_COUNT] as number
    const { address, imageStep } = network.network.outputGradient
    let to = this.float(address)
    for (let n = 0; n < count; n++) {
      for (let j = 0; j < outputs; j++) f32[to + j] = loss.gradient[n * outputs + j] as number
      to += imageStep >> 2
    }
  }

  /** The last forward's outputs, [count, outputs]. */
  readOutputs(network: PlannedNetwork, count: number, rows: Float32Array): void {
    const { outputs } = this
    const { f32 } = this.machine.memory
    const { address, imageStep } = network.network.output
    let from = this.float(address)
    for (let n = 0; n < count; n++) {
      for (let j = 0; j < outputs; j++) rows[n * outputs + j] = f32[from + j] as number
      from += imageStep >> 2
    }
  }

  /** Index of the first float of a map in the present scratch. */
  private float(address: number): number {
    return (this.scratch + (address & ~3)) >> 2
  }
}
