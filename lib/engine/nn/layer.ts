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
