import { type FeatureMap, imageShape, NO_HALO } from './feature-map'
import { placesBlock } from './geometry'
import type { Emission, Layer, ParameterPlace } from './layer'
import { channelParameter, type ParameterShape } from './parameter'

/** Added to the variance; PyTorch's default. */
const EPSILON = 1e-5

/**
 * y = γ · x̂ + β, x̂ = (x − mean) / √(variance + ε): each example by its own mean and variance over the features, an image
 * at each place over the channels (Ba, Kiros & Hinton 2016, arXiv:1607.06450). The same in training and evaluation.
 */
export class LayerNorm implements Layer {
  readonly outputShape: number[]
  readonly parameters: ParameterShape[]
  readonly inputHalo = NO_HALO
  readonly gradientHalo = NO_HALO
  /** Each place's mean and 1 / √(variance + ε), set by `forward`. */
  private statistics = 0

  constructor(
    readonly index: number,
    readonly inputShape: number[],
    private readonly epsilon = EPSILON,
  ) {
    this.outputShape = inputShape
    const [, , channels] = imageShape(inputShape)
    this.parameters = [channelParameter('scale', channels), channelParameter('bias', channels)]
  }

  forward({ plan, program, places, chunk }: Emission, x: FeatureMap, y: FeatureMap): void {
    const [scale, shift] = places as [ParameterPlace, ParameterPlace]
    this.statistics = plan.reserve('scratch', chunk * x.height * x.width * 8)
    program.emit('layerNorm', {
      x: x.address,
      y: y.address,
      scale: scale.value,
      shift: shift.value,
      epsilon: plan.constant(Float32Array.of(this.epsilon)),
      statistics: this.statistics,
      block: placesBlock(plan, x, y),
    })
  }

  backward(
    { plan, program, places }: Emission,
    x: FeatureMap,
    _y: FeatureMap,
    dx: FeatureMap | null,
    dy: FeatureMap,
  ): void {
    const [scale, shift] = places as [ParameterPlace, ParameterPlace]
    const { statistics } = this
    program.emit('layerNormParameterGradient', {
      x: x.address,
      dy: dy.address,
      statistics,
      dscale: scale.gradient,
      dshift: shift.gradient,
      block: placesBlock(plan, x, dy),
    })
    if (dx === null) return
    program.emit('layerNormInputGradient', {
      x: x.address,
      dy: dy.address,
      statistics,
      scale: scale.value,
      dx: dx.address,
      block: placesBlock(plan, x, dy),
    })
  }
}
