import { type FeatureMap, NO_HALO } from './feature-map'
import { rowsBlock } from './geometry'
import type { Emission, Layer } from './layer'
import type { ParameterShape } from './parameter'

/**
 * y = x + what layer `adds` put out (He et al. 2015, arXiv:1512.03385). Both get dy as gradient; that of the earlier
 * layer joins what else flows there, which is the compiler's to do (network/compile.ts).
 */
export class Residual implements Layer {
  readonly outputShape: number[]
  readonly parameters: ParameterShape[] = []
  readonly inputHalo = NO_HALO
  readonly gradientHalo = NO_HALO

  constructor(
    readonly index: number,
    readonly inputShape: number[],
    readonly adds: number,
  ) {
    this.outputShape = inputShape
  }

  forward({ plan, program, outputOf }: Emission, x: FeatureMap, y: FeatureMap): void {
    const other = outputOf(this.adds)
    program.emit('copyRows', { a: x.address, b: y.address, block: rowsBlock(plan, x, y) })
    program.emit('addRows', { a: other.address, b: y.address, block: rowsBlock(plan, other, y) })
  }

  backward({ plan, program }: Emission, _x: FeatureMap, _y: FeatureMap, dx: FeatureMap | null, dy: FeatureMap): void {
    if (dx !== null) program.emit('copyRows', { a: dy.address, b: dx.address, block: rowsBlock(plan, dy, dx) })
  }
}
