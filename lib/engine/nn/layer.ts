/**
 * What a layer is to the compiler. A layer does not compute: it says which parameters it has, which zeros it wants
 * around its maps, and which kernels do its work on them. Shapes are per example.
 */
import type { ArenaPlan } from '../program/arena'
import type { Program } from '../program/program'
import type { FeatureMap, Halo } from './feature-map'
import type { ParameterShape } from './parameter'

/** Where the kernels find a parameter: the values, and the chunk's partial gradient. */
export interface ParameterPlace {
  value: number
  gradient: number
}

/** Where the work on a batch is cut, because a layer needs all of its chunks at once: calls for each side of the cut. */
export interface Cut {
  /** The last that each chunk does before it. */
  chunk(program: Program): void
  /** Done once, when all chunks are there; addresses in `gradient` are the first chunk's. */
  batch(program: Program): void
  /** The first that each chunk does behind it. */
  behind(program: Program): void
  /** Outside training, where an example knows of no other, in the place of all three. */
  evaluation(program: Program): void
}

/** Of the batches that are learnt from. */
export interface BatchSizes {
  examples: number
  /** Chunks it is cut into, and bytes from one's partial gradient to the next. */
  chunks: number
  gradientStep: number
}

export interface WholeBatch extends BatchSizes {
  /** Run after every step, beside the optimizer's update. */
  afterStep: Program
  cut(cut: Cut): void
}

/** What a layer emits into. */
export interface Emission {
  plan: ArenaPlan
  program: Program
  /** Run after every update: brings weights into the kernels' orders. */
  prepare: Program
  /** Examples a chunk at most. */
  chunk: number
  /** Of this layer's parameters, in the order of `parameters`. */
  places: ParameterPlace[]
  /** As many float32 zeros as any map has lanes. */
  zeros: number
  /** What an earlier layer put out, by its index in the model. */
  outputOf(layer: number): FeatureMap
  /** Null where no layer needs it, and in a program that is never learnt with. */
  batch: WholeBatch | null
}

export interface Layer {
  /** Index in the spec's model; a fused layer has that of its first. */
  readonly index: number
  readonly inputShape: number[]
  readonly outputShape: number[]
  readonly parameters: ParameterShape[]
  /** Index in the model of an earlier layer whose output is added to the input: it gets the output's gradient as well. */
  readonly adds?: number
  /** Zeros it reads around its input, and around the gradient of its output. */
  readonly inputHalo: Halo
  readonly gradientHalo: Halo
  forward(emission: Emission, x: FeatureMap, y: FeatureMap): void
  /** `dx` lies as x, `dy` as y; `dx` is null where no parameter lies below. */
  backward(emission: Emission, x: FeatureMap, y: FeatureMap, dx: FeatureMap | null, dy: FeatureMap): void
}
