import { type FeatureMap, NO_HALO } from './feature-map'
import { placesBlock, rowsBlock } from './geometry'
import type { Emission, Layer } from './layer'
import type { ParameterShape } from './parameter'

/**
 * y = f(x) for an f that a learner wrote: its settings block names the programs of block operations that compute f and
 * dy · f′ (lib/engine/expressions). An intervention may put an activation with a name in its place.
 */
export class WrittenActivationLayer implements Layer {
  readonly outputShape: number[]
  readonly parameters: ParameterShape[] = []
  readonly inputHalo = NO_HALO
  readonly gradientHalo = NO_HALO
  private scratch = 0

  constructor(
    readonly index: number,
    readonly inputShape: number[],
    private readonly settings: number,
    /** What the programs need of each thread's memory. */
    private readonly scratchBytes: number,
  ) {
    this.outputShape = inputShape
  }

  forward({ plan, program }: Emission, x: FeatureMap, y: FeatureMap): void {
    const { settings } = this
    const scratch = plan.reserve('scratch', this.scratchBytes)
    program.emit('writtenRows', { settings, scratch, x: x.address, y: y.address, block: rowsBlock(plan, x, y) })
    this.scratch = scratch
    // f(0) need not be 0, but lanes without a channel are; dy · f′(0) is 0 there, since f′ is finite.
    if (y.lanes !== y.channels) program.emit('clearPadding', { b: y.address, block: placesBlock(plan, y) })
  }

  backward({ plan, program }: Emission, x: FeatureMap, y: FeatureMap, dx: FeatureMap | null, dy: FeatureMap): void {
    if (dx === null) return
    program.emit('writtenGradientRows', {
      settings: this.settings,
      scratch: this.scratch,
      x: x.address,
      y: y.address,
      dy: dy.address,
      dx: dx.address,
      block: rowsBlock(plan, x, y),
    })
  }
}
