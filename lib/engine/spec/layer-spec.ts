/**
 * The layers of a model, as plain JSON. Shapes are of one example: [features], or [height, width, channels] for images.
 * Not here: what a layer does to a shape (shapes.ts) and which values are allowed (check/).
 */
import type { ActivationName, ActivationParameters } from '../activations/activation'
import type { InitSpec } from '../init/init'

export interface LinearSpec {
  layer: 'linear'
  units: number
  /** Default: glorot-normal. */
  init?: InitSpec
  /** The value every bias starts at. Default: 0. */
  initialBias?: number
}

export interface Conv2dSpec {
  layer: 'conv2d'
  channels: number
  kernel: number
  /** Default: 1. */
  stride?: number
  /**
   * `same`: output side = ceil(input side / stride). `valid`: no padding. A number: so many zeros on each of the four
   * sides. Default: same.
   */
  padding?: 'same' | 'valid' | number
  /** Default: he-normal. */
  init?: InitSpec
  initialBias?: number
}

/** Windows of size × size; a remainder at the right and lower edge is dropped. */
interface PoolOptions {
  size: number
  /** From window to window. Default: `size`, so that windows do not overlap. */
  stride?: number
}

export interface MaxPool2dSpec extends PoolOptions {
  layer: 'max-pool2d'
}

export interface AvgPool2dSpec extends PoolOptions {
  layer: 'avg-pool2d'
}

/** The mean of each channel: [height, width, channels] becomes [channels]. */
export interface GlobalAveragePoolSpec {
  layer: 'global-average-pool'
}

export interface FlattenSpec {
  layer: 'flatten'
}

/**
 * Ioffe & Szegedy 2015, arXiv:1502.03167, in PyTorch's form: each feature (of images: each channel) is standardised over
 * the batch while training and by running statistics while evaluating, then scaled and shifted by learnt γ and β.
 */
export interface BatchNormSpec {
  layer: 'batch-norm'
  /** The part of the running statistics that a batch replaces. Default: 0.1. */
  momentum?: number
  /** Added to the variance. Default: 1e-5. */
  epsilon?: number
}

/**
 * Ba, Kiros & Hinton 2016, arXiv:1607.06450: each example is standardised over its features (of images: at each place,
 * over the channels), then scaled and shifted by learnt γ and β, one pair a feature or channel.
 */
export interface LayerNormSpec {
  layer: 'layer-norm'
  /** Added to the variance. Default: 1e-5. */
  epsilon?: number
}

/** While training each number is 0 with probability `rate`, the others are divided by 1 − rate. */
export interface DropoutSpec {
  layer: 'dropout'
  rate: number
}

/** Dropout that keeps SELU's mean and variance (Klambauer et al. 2017, arXiv:1706.02515): numbers are set to −λα, not to 0. */
export interface AlphaDropoutSpec {
  layer: 'alpha-dropout'
  rate: number
}

/** Adds what layer `from` put out to what comes in; both have the same shape. */
export interface ResidualSpec {
  layer: 'residual'
  /** Index of an earlier layer. */
  from: number
}

/** softmax(z / temperature) over the features of a vector. */
export interface SoftmaxSpec {
  layer: 'softmax'
  /** Default: 1. */
  temperature?: number
}

/** An activation by its name; a parameter left out takes its default. */
export interface NamedActivationSpec extends ActivationParameters {
  layer: 'activation'
  name: ActivationName
  /** The parameter is where learning starts, one number for the whole layer: α of prelu, β of swish. Default: false. */
  learnt?: boolean
}

/** An activation written by a learner, e.g. `x * sigmoid(1.702 * x)`. */
export interface ExpressionActivationSpec {
  layer: 'activation'
  name: 'expression'
  expression: string
}

export type ActivationSpec = NamedActivationSpec | ExpressionActivationSpec

export type LayerSpec =
  | LinearSpec
  | Conv2dSpec
  | MaxPool2dSpec
  | AvgPool2dSpec
  | GlobalAveragePoolSpec
  | FlattenSpec
  | BatchNormSpec
  | LayerNormSpec
  | DropoutSpec
  | AlphaDropoutSpec
  | ResidualSpec
  | SoftmaxSpec
  | ActivationSpec

export const LAYER_KINDS = [
  'linear',
  'conv2d',
  'max-pool2d',
  'avg-pool2d',
  'global-average-pool',
  'flatten',
  'batch-norm',
  'layer-norm',
  'dropout',
  'alpha-dropout',
  'residual',
  'softmax',
  'activation',
] as const satisfies readonly LayerSpec['layer'][]
export type LayerKind = LayerSpec['layer']
