import { type FeatureMap, imageShape, NO_HALO } from './feature-map'
import { poolingBlock } from './geometry'
import type { Emission, Layer } from './layer'
import type { ParameterShape } from './parameter'

/** Sides of a pooled image: windows that would reach over the edge are left out. */
export function pooledShape(inputShape: number[], size: number, stride: number): number[] {
  const [height, width, channels] = imageShape(inputShape)
  return [Math.floor((height - size) / stride) + 1, Math.floor((width - size) / stride) + 1, channels]
}

/** The largest number of each size × size window, channel by channel; of equal ones the first in row order. */
export class MaxPool2d implements Layer {
  readonly outputShape: number[]
  readonly parameters: ParameterShape[] = []
  readonly inputHalo = NO_HALO
  readonly gradientHalo = NO_HALO
  private winners = 0

  constructor(
    readonly index: number,
    readonly inputShape: number[],
    private readonly size: number,
    private readonly stride: number,
  ) {
    this.outputShape = pooledShape(inputShape, size, stride)
  }

  forward({ plan, program, chunk }: Emission, x: FeatureMap, y: FeatureMap): void {
    this.winners = plan.reserve('scratch', chunk * y.height * y.width * y.lanes * 4)
    program.emit('maxPool', { x: x.address, y: y.address, winners: this.winners, block: this.block(plan, x, y) })
  }

  backward({ plan, program }: Emission, x: FeatureMap, y: FeatureMap, dx: FeatureMap | null, dy: FeatureMap): void {
    if (dx === null) return
    program.emit('zeroImages', { address: dx.start, imageBytes: dx.imageStep })
    const block = this.block(plan, x, y)
    program.emit('maxPoolGradient', { dy: dy.address, winners: this.winners, dx: dx.address, block })
  }

  private block(plan: Emission['plan'], x: FeatureMap, y: FeatureMap): number {
    return poolingBlock(plan, x, y, { rows: this.size, columns: this.size, step: this.stride })
  }
}
