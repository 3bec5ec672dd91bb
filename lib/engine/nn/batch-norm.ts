/**
 * y = γ · x̂ + β, x̂ = (x − mean) / √(variance + ε), a mean and a variance for each feature, of images for each channel over
 * all places (Ioffe & Szegedy 2015, arXiv:1502.03167; PyTorch's BatchNorm1d and BatchNorm2d). While training they are the
 * batch's, so a step is cut here (network/cuts.ts); outside it they are running averages of the batches'.
 */
import type { ArenaPlan } from '../program/arena'
import type { Program } from '../program/program'
import type { BatchNormSpec, LayerSpec } from '../spec/layer-spec'
import { shapesOf } from '../spec/shapes'
import { type FeatureMap, imageShape, NO_HALO } from './feature-map'
import { placesBlock } from './geometry'
import type { Emission, Layer, ParameterPlace } from './layer'
import { channelParameter, type ParameterShape } from './parameter'

/** PyTorch's defaults. */
const EPSILON = 1e-5
const MOMENTUM = 0.1

/** Of a layer, by its index in the model: addresses of a number for each channel. */
export interface RunningStatistics {
  layer: number
  channels: number
  mean: number
  variance: number
}

/** Before the first step x passes almost as it is: mean 0, variance 1. */
export function reserveRunning(
  plan: ArenaPlan,
  model: readonly LayerSpec[],
  inputShape: number[],
): RunningStatistics[] {
  return shapesOf(model, inputShape).flatMap((shape, layer) => {
    if (model[layer]?.layer !== 'batch-norm') return []
    const channels = shape.at(-1) as number
    const hold = (value: number) => plan.constant(new Float32Array(channels).fill(value))
    return { layer, channels, mean: hold(0), variance: hold(1) }
  })
}

/** Addresses of what a map is standardised by: the mean, and 1 / √(variance + ε), a number for each lane. */
interface Standard {
  mean: number
  inverse: number
}

/** A batch's standard; its variance is `squares`, the sum of squared distances from the mean, over the numbers. */
interface BatchStandard extends Standard {
  squares: number
}

function reserveStandard(plan: ArenaPlan, lanes: number): BatchStandard {
  const reserve = () => plan.reserve('shared', 4 * lanes)
  return { mean: reserve(), squares: reserve(), inverse: reserve() }
}

export class BatchNorm implements Layer {
  readonly outputShape: number[]
  readonly parameters: ParameterShape[]
  readonly inputHalo = NO_HALO
  readonly gradientHalo = NO_HALO
  private readonly running: RunningStatistics
  private readonly momentum: number
  private readonly epsilon: number
  /** By what x is standardised in training and outside it; set by `forward`. */
  private inBatch: Standard = { mean: 0, inverse: 0 }
  private outside: Standard = { mean: 0, inverse: 0 }

  constructor(
    readonly index: number,
    readonly inputShape: number[],
    { momentum = MOMENTUM, epsilon = EPSILON }: BatchNormSpec,
    running: readonly RunningStatistics[],
  ) {
    this.outputShape = inputShape
    const [, , channels] = imageShape(inputShape)
    this.parameters = [channelParameter('scale', channels), channelParameter('bias', channels)]
    this.running = running.find(({ layer }) => layer === index) as RunningStatistics
    this.momentum = momentum
    this.epsilon = epsilon
  }

  forward({ plan, program, places, chunk, batch }: Emission, x: FeatureMap, y: FeatureMap): void {
    const [scale, shift] = places as [ParameterPlace, ParameterPlace]
    const { lanes } = x
    const epsilon = plan.constant(Float32Array.of(this.epsilon))
    const block = placesBlock(plan, x, y)
    const emitStandardise = (into: Program, { mean, inverse }: Standard) => {
      const parameters = { scale: scale.value, shift: shift.value }
      into.emit('standardise', { x: x.address, y: y.address, mean, inverse, ...parameters, block })
    }
    const outside: Standard = { mean: this.running.mean, inverse: plan.reserve('scratch', 4 * lanes) }
    this.outside = outside
    const evaluation = (into: Program) => {
      const { inverse } = outside
      into.emit('inverseDeviation', { squares: this.running.variance, n: 1, epsilon, inverse, lanes })
      emitStandardise(into, outside)
    }
    if (batch === null) {
      evaluation(program)
      return
    }
    const inBatch = reserveStandard(plan, lanes)
    this.inBatch = inBatch
    const { mean, squares, inverse } = inBatch
    const size = x.height * x.width
    const n = batch.examples * size
    // Until it goes backwards, the gradients of γ and β are free to hold the chunk's squares and mean.
    const part = { squares: scale.gradient, mean: shift.gradient }
    batch.cut({
      chunk: (into) => into.emit('channelMoments', { x: x.address, ...part, block }),
      batch: (into) => {
        const parts = { means: part.mean, squares: part.squares, partBytes: batch.gradientStep }
        const counts = { chunk, batch: batch.examples, places: size }
        into.emit('mergeMoments', { ...parts, ...counts, mean, sum: squares, lanes })
        into.emit('inverseDeviation', { squares, n, epsilon, inverse, lanes })
      },
      behind: (into) => emitStandardise(into, inBatch),
      evaluation,
    })
    const factors = plan.constant(Float32Array.of(1 - this.momentum, this.momentum))
    const { afterStep } = batch
    afterStep.emit('blendStatistics', { running: this.running.mean, fresh: mean, n: 1, factors, lanes })
    // The batch is divided by its own variance, a sample's; what runs is an estimate of everybody's.
    afterStep.emit('blendStatistics', { running: this.running.variance, fresh: squares, n: n - 1, factors, lanes })
  }

  backward(
    { plan, program, places, zeros, batch }: Emission,
    x: FeatureMap,
    _y: FeatureMap,
    dx: FeatureMap | null,
    dy: FeatureMap,
  ): void {
    const [scale, shift] = places as [ParameterPlace, ParameterPlace]
    const { lanes } = x
    const block = placesBlock(plan, x, dy)
    const maps = { x: x.address, dy: dy.address, block }
    const emitParameters = (into: Program, { mean, inverse }: Standard) => {
      into.emit('channelGradients', { ...maps, mean, inverse, dscale: scale.gradient, dshift: shift.gradient })
    }
    const emitInput = (into: Program, { mean, inverse }: Standard, ofProduct: number, ofGradient: number) => {
      if (dx === null) return
      const factors = { mean, inverse, scale: scale.value, ofProduct, ofGradient }
      into.emit('standardiseGradient', { ...maps, ...factors, dx: dx.address })
    }
    const evaluation = (into: Program) => {
      emitParameters(into, this.outside)
      // Running statistics do not move with x.
      emitInput(into, this.outside, zeros, zeros)
    }
    if (batch === null) {
      evaluation(program)
      return
    }
    const [ofProduct, ofGradient] = [plan.reserve('shared', 4 * lanes), plan.reserve('shared', 4 * lanes)]
    const parts = { partBytes: batch.gradientStep, partCount: batch.chunks }
    const n = batch.examples * x.height * x.width
    batch.cut({
      chunk: (into) => emitParameters(into, this.inBatch),
      batch: (into) => {
        into.emit('meanOfParts', { parts: scale.gradient, ...parts, n, mean: ofProduct, lanes })
        into.emit('meanOfParts', { parts: shift.gradient, ...parts, n, mean: ofGradient, lanes })
      },
      behind: (into) => emitInput(into, this.inBatch, ofProduct, ofGradient),
      evaluation,
    })
  }
}
