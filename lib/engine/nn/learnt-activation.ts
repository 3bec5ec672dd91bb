import { ActivationLayer } from './activation-layer'
import type { FeatureMap } from './feature-map'
import { placesBlock } from './geometry'
import type { Emission, ParameterPlace } from './layer'
import type { ParameterShape } from './parameter'

/** Where a settings block holds α and β: network/activation-block.ts writes it. */
const SETTINGS_BYTES = { alpha: 8, beta: 12 } as const

/**
 * An activation one of whose parameters is learnt, one number for the whole layer: α of prelu, β of swish. After every
 * update the number goes into the settings block, where the kernels of all activations read it.
 */
export class LearntActivation extends ActivationLayer {
  override readonly parameters: ParameterShape[] = [
    { kind: 'slope', shape: [1], steps: [1], stored: 4, fanIn: 1, fanOut: 1 },
  ]

  constructor(
    index: number,
    inputShape: number[],
    settings: number,
    private readonly learnt: keyof typeof SETTINGS_BYTES,
  ) {
    super(index, inputShape, settings)
  }

  override forward(emission: Emission, x: FeatureMap, y: FeatureMap): void {
    const [slope] = emission.places as [ParameterPlace]
    emission.prepare.emit('copyNumber', { from: slope.value, to: this.settings + SETTINGS_BYTES[this.learnt] })
    super.forward(emission, x, y)
  }

  override backward(emission: Emission, x: FeatureMap, y: FeatureMap, dx: FeatureMap | null, dy: FeatureMap): void {
    const { plan, program, places } = emission
    const [slope] = places as [ParameterPlace]
    program.emit('activationParameterGradient', {
      settings: this.settings,
      z: x.address,
      y: y.address,
      dy: dy.address,
      gradient: slope.gradient,
      block: placesBlock(plan, x, y),
    })
    super.backward(emission, x, y, dx, dy)
  }
}
