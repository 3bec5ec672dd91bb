/**
 * ExperimentSpec: one training experiment as a plain JSON value. The same value is written in YAML, sent to the
 * worker, stored with a run. Names may be added; what can be read today stays readable for ever (`version`).
 * Not here: the rules a value must keep (check-spec.ts) and how a value is read from outside (lib/experiment).
 */
import type { ActivationName, ActivationParameters } from '../activations/activation'
import type { InitName } from '../init/init'

export interface ExperimentSpec {
  version: 1
  data: DataSpec
  /** Layers from input to output. An index into this list is what probes, claims and interventions call `layer`. */
  model: LayerSpec[]
  loss: LossSpec
  optimizer: OptimizerSpec
  schedule?: ScheduleSpec
  /** Examples a step. The last, incomplete batch of an epoch is dropped. */
  batch: number
  epochs: number
  /** One run a seed. A seed decides the initial weights and the order of the examples, not the data. */
  seeds: number[]
  probes?: ProbeName[]
  interventions?: InterventionSpec[]
}

export const PLANAR_KINDS = ['spiral', 'moons', 'circles', 'xor', 'gaussians'] as const
export type PlanarKind = (typeof PLANAR_KINDS)[number]

export const FUNCTION_NAMES = ['sine', 'step', 'absolute', 'quadratic', 'bump'] as const
export type FunctionName = (typeof FUNCTION_NAMES)[number]

/** Points of the plane, two classes unless `classes` says otherwise (spiral and gaussians only). */
export interface PlanarDataSpec {
  kind: PlanarKind
  samples: number
  noise: number
  seed: number
  /** The part of the samples held back, 0 < validation < 1. */
  validation: number
  classes?: number
}

/** Regression on one input in [-1, 1]. */
export interface FunctionDataSpec {
  kind: 'function'
  name: FunctionName
  samples: number
  noise: number
  seed: number
  validation: number
}

/** Per channel, over the training images: mean 0, standard deviation 1. None: bytes divided by 255. */
export type Standardise = 'per-channel' | 'none'
export const DEFAULT_STANDARDISE: Standardise = 'per-channel'

/** The first `train` images of data_batch_1..5 and the first `validation` images of test_batch. */
export interface Cifar10DataSpec {
  kind: 'cifar10'
  train: number
  validation: number
  /** Default: `DEFAULT_STANDARDISE`. */
  standardise?: Standardise
  augment?: string[]
}

/** The stand-in for CIFAR-10 that our own code draws: ten classes of shapes and textures. */
export interface DrawnTenDataSpec {
  kind: 'drawn-ten'
  train: number
  validation: number
  seed: number
  /** Default: `DEFAULT_STANDARDISE`. */
  standardise?: Standardise
  augment?: string[]
}

export type DataSpec = PlanarDataSpec | FunctionDataSpec | Cifar10DataSpec | DrawnTenDataSpec

export interface LinearSpec {
  layer: 'linear'
  units: number
  /** Default: glorot-normal. */
  init?: InitName
  /** The value every bias starts at. Default: 0. */
  initialBias?: number
}

export interface Conv2dSpec {
  layer: 'conv2d'
  channels: number
  kernel: number
  /** Default: 1. */
  stride?: number
  /** `same`: output side = ceil(input side / stride). `valid`: no padding. Default: same. */
  padding?: 'same' | 'valid'
  /** Default: he-normal. */
  init?: InitName
  initialBias?: number
}

/** Windows of size × size, not overlapping; a remainder at the right and lower edge is dropped. */
export interface MaxPool2dSpec {
  layer: 'max-pool2d'
  size: number
}

export interface FlattenSpec {
  layer: 'flatten'
}

export interface ActivationSpec extends ActivationParameters {
  layer: 'activation'
  name: ActivationName
}

export type LayerSpec = LinearSpec | Conv2dSpec | MaxPool2dSpec | FlattenSpec | ActivationSpec

export interface LossSpec {
  kind: 'softmax-cross-entropy' | 'mse' | 'bce-with-logits'
}

export interface SgdSpec {
  kind: 'sgd'
  learningRate: number
  /** Default: 0. */
  momentum?: number
  nesterov?: boolean
}

export interface AdamSpec {
  kind: 'adam'
  learningRate: number
  /** Defaults: 0.9, 0.999, 1e-8. */
  beta1?: number
  beta2?: number
  epsilon?: number
}

export type OptimizerSpec = SgdSpec | AdamSpec

export type ScheduleSpec =
  | { kind: 'constant' }
  /** The learning rate is multiplied by `factor` after every `everySteps` steps. */
  | { kind: 'step'; everySteps: number; factor: number }
  /** Half a cosine from the learning rate down to `final` (default 0) over the whole run. */
  | { kind: 'cosine'; final?: number }

export const PROBE_NAMES = ['gradient-norm', 'dead-units', 'saturation', 'activation-mean-variance'] as const
export type ProbeName = (typeof PROBE_NAMES)[number]

/** After `atStep` completed steps the activation of `layer` is swapped in place; all weights are kept. */
export interface InterventionSpec {
  atStep: number
  layer: number
  activation: { name: ActivationName } & ActivationParameters
}
