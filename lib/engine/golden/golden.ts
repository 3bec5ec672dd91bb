/** The golden numbers, typed. For tests only: nothing that ships imports this folder. README.md says what they are. */
import type { ActivationName, ActivationParameters } from '../activations/activation'
import type { LayerSpec } from '../spec/layer-spec'
import type { LossSpec } from '../spec/loss-spec'
import type { OptimizerSpec } from '../spec/training-spec'
import activations from './activations.json'
import clipping from './clipping.json'
import layers from './layers.json'
import losses from './losses.json'
import optimizers from './optimizers.json'
import slopes from './slopes.json'
import training from './training.json'

export interface GoldenTensor {
  shape: number[]
  values: number[]
}

interface GoldenStatistics {
  mean: number[]
  variance: number[]
}

/** What a layer is given besides x [batch, …]; `parameter` is the learnt one of an activation. */
type GoldenParameter = 'weight' | 'bias' | 'gamma' | 'beta' | 'parameter'

/** One layer on a batch. The gradients are of Σ outputGradient · output, by each input. */
export interface GoldenLayer {
  name: string
  spec: LayerSpec
  inputs: { x: GoldenTensor } & { [name in GoldenParameter]?: GoldenTensor }
  output: GoldenTensor
  outputGradient: number[]
  gradients: { x: number[] } & { [name in GoldenParameter]?: number[] }
  /** Batch normalisation only. */
  training?: boolean
  runningBefore?: GoldenStatistics
  runningAfter?: GoldenStatistics
}

/** value[i] = f(x[i]) and slope[i] = f′(x[i]). Kinks where libraries differ about the slope are left out. */
export interface GoldenActivation {
  name: ActivationName | 'prelu'
  parameters: ActivationParameters
  x: number[]
  value: number[]
  slope: number[]
}

/** A loss on a batch; `loss` is our mean (losses/loss.ts) and `gradient` that of it, [batch, outputs]. */
export interface GoldenLoss {
  name: string
  spec: LossSpec
  /** Null for regression. */
  classes: number | null
  outputs: GoldenTensor
  /** One number an example, as a Loss takes them. */
  targets: number[]
  loss: number
  gradient: number[]
  /** Where class weights make it another: PyTorch's own mean, divided by the sum of the targets' weights. */
  pytorchMean?: number
}

/** `weights[t]` is what the weights are after step t + 1, which was given `gradients[t]`. */
export interface GoldenOptimizer {
  name: string
  spec: OptimizerSpec
  start: number[]
  gradients: number[][]
  weights: number[][]
}

/** The gradients of three parameters, before and after `clip_grad_norm_`; `norm` is their common norm before. */
export interface GoldenClipping {
  name: string
  maxNorm: number
  gradients: number[][]
  norm: number
  clipped: number[][]
}

/** Steps on one batch, again and again; tensors in the order of the layers. */
export interface GoldenTraining {
  name: string
  spec: { model: LayerSpec[]; optimizer: OptimizerSpec }
  /** [batch, …inputShape], and a class each. */
  x: GoldenTensor
  labels: number[]
  start: number[][]
  /** By which the first step is made. */
  gradients: number[][]
  /** `loss` is before the step, the rest what it makes. */
  steps: { loss: number; weights: number[][]; running: number[][] }[]
  /** Outputs for x after the last step, by running statistics. */
  evaluated: GoldenTensor
}

export const goldenLayers = layers.cases as GoldenLayer[]
export const goldenActivations = activations.cases as GoldenActivation[]
export const goldenLosses = losses.cases as GoldenLoss[]
export const goldenOptimizers = optimizers.cases as GoldenOptimizer[]
/** Five weights and a slope that weight decay does not reach. */
export const goldenSlopes = slopes.cases as GoldenOptimizer[]
export const goldenClippings: GoldenClipping[] = clipping.cases
export const goldenTrainings = training.cases as GoldenTraining[]
