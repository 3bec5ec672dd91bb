import type { ArenaPlan } from '../program/arena'
import { type FeatureMap, NO_HALO } from './feature-map'
import { placesBlock } from './geometry'
import type { Emission, Layer } from './layer'
import type { ParameterShape } from './parameter'

/**
 * softmax(z / T) over the features: y_j = e^(z_j / T) / Σ e^(z_k / T), the largest z subtracted first, so that nothing
 * overflows. dz_j = y_j · (dy_j − Σ dy_k · y_k) / T. A loss on logits has a softmax of its own (losses/).
 */
export class Softmax implements Layer {
  readonly outputShape: number[]
  readonly parameters: ParameterShape[] = []
  readonly inputHalo = NO_HALO
  readonly gradientHalo = NO_HALO

  constructor(
    readonly index: number,
    readonly inputShape: number[],
    private readonly temperature: number,
  ) {
    this.outputShape = inputShape
  }

  forward({ plan, program }: Emission, x: FeatureMap, y: FeatureMap): void {
    program.emit('softmax', { x: x.address, y: y.address, ...this.settings(plan, x, y) })
  }

  backward({ plan, program }: Emission, _x: FeatureMap, y: FeatureMap, dx: FeatureMap | null, dy: FeatureMap): void {
    if (dx === null) return
    program.emit('softmaxGradient', {
      y: y.address,
      dy: dy.address,
      dx: dx.address,
      ...this.settings(plan, dx, y),
    })
  }

  private settings(plan: ArenaPlan, a: FeatureMap, b: FeatureMap): { temperature: number; block: number } {
    return { temperature: plan.constant(Float32Array.of(this.temperature)), block: placesBlock(plan, a, b) }
  }
}
