/** What is to be made small, as plain JSON. Formulas and sources: lib/engine/losses, one file a kind. */

/** Classes, one logit each. Source of the three options and of how they combine: losses/softmax-cross-entropy.ts. */
export interface SoftmaxCrossEntropySpec {
  kind: 'softmax-cross-entropy'
  /** One a class, also focal loss's α. Default: all 1. */
  classWeights?: number[]
  /** ε: that part of the target is shared out evenly among all classes. Default: 0. */
  labelSmoothing?: number
  /** γ of focal loss. Default: 0, which is plain cross-entropy. */
  focalGamma?: number
}

/** Two classes, one logit. */
export interface BceWithLogitsSpec {
  kind: 'bce-with-logits'
  /** Weight of the examples of class 1. Default: 1. */
  positiveWeight?: number
  /** ε: the targets are ε/2 and 1 − ε/2. Default: 0. */
  labelSmoothing?: number
}

export interface MseSpec {
  kind: 'mse'
}

export interface MaeSpec {
  kind: 'mae'
}

export interface HuberSpec {
  kind: 'huber'
  /** Where the parabola becomes a straight line. Default: 1. */
  delta?: number
}

/** Wrong on purpose, for a lesson: cross-entropy fed with probabilities, which takes the softmax twice. */
export interface SoftmaxTwiceSpec {
  kind: 'softmax-twice'
}

export type LossSpec = SoftmaxCrossEntropySpec | BceWithLogitsSpec | MseSpec | MaeSpec | HuberSpec | SoftmaxTwiceSpec

/**
 * Losses of the difference between an output and a number that it should be; they serve regressions, and classes coded as
 * numbers. A kernel measures them and knows them by their place here.
 */
export type DifferenceSpec = MseSpec | MaeSpec | HuberSpec
export const DIFFERENCES = ['mse', 'mae', 'huber'] as const satisfies readonly DifferenceSpec['kind'][]

export function isDifference(spec: LossSpec): spec is DifferenceSpec {
  return DIFFERENCES.some((kind) => kind === spec.kind)
}

export const LOSS_KINDS = [
  'softmax-cross-entropy',
  'bce-with-logits',
  'mse',
  'mae',
  'huber',
  'softmax-twice',
] as const satisfies readonly LossSpec['kind'][]
export type LossKind = LossSpec['kind']
