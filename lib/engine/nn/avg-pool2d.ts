import { type FeatureMap, imageShape, NO_HALO } from './feature-map'
import { poolingBlock } from './geometry'
import type { Emission, Layer } from './layer'
import { pooledShape } from './max-pool2d'
import type { ParameterShape } from './parameter'

/** The mean of each window, channel by channel: its sum in row order, times 1 / its size rounded to float32. */
export class AvgPool2d implements Layer {
  readonly outputShape: number[]
  readonly parameters: ParameterShape[] = []
  readonly inputHalo = NO_HALO
  readonly gradientHalo = NO_HALO

  /** Without a window the whole image is one, and a row of features comes out: global average pooling. */
  constructor(
    readonly index: number,
    readonly inputShape: number[],
    private readonly window: { size: number; stride: number } | null,
  ) {
    this.outputShape =
      window === null ? [imageShape(inputShape)[2]] : pooledShape(inputShape, window.size, window.stride)
  }

  forward({ plan, program }: Emission, x: FeatureMap, y: FeatureMap): void {
    program.emit('averagePool', { x: x.address, y: y.address, ...this.blocks(plan, x, y) })
  }

  backward({ plan, program }: Emission, x: FeatureMap, y: FeatureMap, dx: FeatureMap | null, dy: FeatureMap): void {
    if (dx === null) return
    program.emit('zeroImages', { address: dx.start, imageBytes: dx.imageStep })
    program.emit('averagePoolGradient', { dy: dy.address, dx: dx.address, ...this.blocks(plan, x, y) })
  }

  private blocks(plan: Emission['plan'], x: FeatureMap, y: FeatureMap): { block: number; scale: number } {
    const rows = this.window?.size ?? x.height
    const columns = this.window?.size ?? x.width
    const block = poolingBlock(plan, x, y, { rows, columns, step: this.window?.stride ?? 1 })
    return { block, scale: plan.constant(Float32Array.of(1 / (rows * columns))) }
  }
}
