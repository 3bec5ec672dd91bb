/** What the layers of a network hold after a chunk, and what their gradients are. Not here: what is made of it (probes/). */
import { WRITTEN } from '../expressions/block-program'
import { activationSlope } from '../lanes/activation-table'
import type { FeatureMap } from '../nn/feature-map'
import { type Parameter, readParameter } from '../nn/parameter'
import type { PlacedLayer } from './compile'
import type { Network } from './network'
import type { PlannedNetwork } from './plan-network'
import type { WrittenPrograms } from './written-programs'
import { WrittenSlope } from './written-slope'

/**
 * Looks at what a chunk left behind in every layer. Its program fuses nothing, so each layer's numbers exist; it shares
 * the weights with the program that trains.
 */
export class Inspection {
  /** Counts the chunks that were run. */
  chunk = 0
  private readonly gradient: Float32Array
  /** Where the chunk that is looked at was worked on, and where its gradient lies. */
  private scratch: number
  private partial: number
  private readonly writtenSlopes = new Map<number, WrittenSlope>()

  constructor(
    private readonly network: Network,
    readonly program: PlannedNetwork,
  ) {
    this.gradient = new Float32Array(network.plan.store.length)
    this.scratch = network.plan.scratchBase(0)
    this.partial = network.plan.gradientBase(0)
  }

  /** Turns to a slot's chunk of a batch. Where a step has phases each slot's numbers stay; else they are the last chunk's. */
  turnTo(slot: number): void {
    const { plan } = this.network
    this.scratch = plan.scratchBase(plan.phases === null ? 0 : slot)
    this.partial = plan.gradientBase(slot)
  }

  get layers(): readonly PlacedLayer[] {
    return this.program.network.placed
  }

  /** Examples a chunk at most. */
  get capacity(): number {
    return this.network.chunk
  }

  get parameters(): readonly Parameter[] {
    return this.network.parameters
  }

  /** Activation layers, with their index in the spec's model. */
  activationLayers(): PlacedLayer[] {
    return this.layers.filter(({ layer }) => this.network.plan.blocks.settings.has(layer.index))
  }

  /** Index of the model's last layer, and the numbers it puts out for an example. */
  get lastLayer(): number {
    return this.network.plan.shape.model.length - 1
  }

  get outputs(): number {
    return this.network.outputs
  }

  /** Of the last chunk that the program that trains ran forward, [count, outputs]. */
  readOutputs(count: number, rows: Float32Array): void {
    this.network.readOutputs(count, rows)
  }

  /** Call after the weights changed. */
  prepare(): void {
    this.network.prepare(this.program)
  }

  /** Numbers an example in a map. */
  sizeOf({ height, width, channels }: FeatureMap): number {
    return height * width * channels
  }

  /** f′ of the activation at layer `index`, at numbers and outputs that belong together. */
  slopes(index: number, x: Float32Array, y: Float32Array, length: number, slopes: Float32Array): void {
    const { f32, i32 } = this.network.machine.memory
    const block = (this.network.plan.blocks.settings.get(index) as number) >> 2
    const [id, alpha, beta] = [i32[block] as number, f32[block + 2] as number, f32[block + 3] as number]
    if (id === WRITTEN) {
      this.writtenSlope(index).slopes(x, y, length, slopes)
      return
    }
    for (let i = 0; i < length; i++) slopes[i] = activationSlope(id, x[i] as number, y[i] as number, alpha, beta)
  }

  private writtenSlope(index: number): WrittenSlope {
    const known = this.writtenSlopes.get(index)
    if (known !== undefined) return known
    const { slope } = this.network.plan.blocks.written.get(index) as WrittenPrograms
    const made = new WrittenSlope(slope)
    this.writtenSlopes.set(index, made)
    return made
  }

  /** A map's numbers of the last chunk, [count, height, width, channels], into `values`. */
  read(map: FeatureMap, count: number, values: Float32Array): void {
    const { f32 } = this.network.machine.memory
    const start = (this.scratch + (map.address & ~3)) >> 2
    let to = 0
    for (let n = 0; n < count; n++) {
      for (let row = 0; row < map.height; row++) {
        for (let column = 0; column < map.width; column++) {
          const from = start + (n * map.imageStep + row * map.rowStep + column * map.columnStep) / 4
          for (let c = 0; c < map.channels; c++) values[to++] = f32[from + c] as number
        }
      }
    }
  }

  /** Adds the last chunk's gradients to those before; `first` begins anew. */
  addGradients(first: boolean): void {
    const start = this.partial >> 2
    const { f32 } = this.network.machine.memory
    const { gradient } = this
    for (let i = 0; i < gradient.length; i++)
      gradient[i] = (first ? 0 : (gradient[i] as number)) + (f32[start + i] as number)
  }

  /** The gradients added up. */
  readGradient(parameter: Parameter): Float32Array {
    return readParameter(this.gradient, 0, parameter)
  }
}
