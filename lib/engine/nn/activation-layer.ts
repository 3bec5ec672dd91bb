import { type FeatureMap, NO_HALO } from './feature-map'
import { placesBlock, rowsBlock } from './geometry'
import type { Emission, Layer } from './layer'
import type { ParameterShape } from './parameter'

/** y = f(x), number by number. Which f stands in the settings block, so that it can be swapped between two steps. */
export class ActivationLayer implements Layer {
  readonly outputShape: number[]
  readonly parameters: ParameterShape[] = []
  readonly inputHalo = NO_HALO
  readonly gradientHalo = NO_HALO

  constructor(
    readonly index: number,
    readonly inputShape: number[],
    protected readonly settings: number,
  ) {
    this.outputShape = inputShape
  }

  forward({ plan, program }: Emission, x: FeatureMap, y: FeatureMap): void {
    const block = rowsBlock(plan, x, y)
    program.emit('activateRows', { settings: this.settings, z: x.address, y: y.address, block })
    // f(0) need not be 0, but lanes without a channel are.
    if (y.lanes !== y.channels) program.emit('clearPadding', { b: y.address, block: placesBlock(plan, y) })
  }

  backward({ plan, program }: Emission, x: FeatureMap, y: FeatureMap, dx: FeatureMap | null, dy: FeatureMap): void {
    if (dx === null) return
    program.emit('activationGradientRows', {
      settings: this.settings,
      z: x.address,
      y: y.address,
      dy: dy.address,
      g: dx.address,
      block: rowsBlock(plan, x, y),
    })
  }
}
