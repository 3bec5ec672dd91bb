import type { ArenaPlan } from '../program/arena'
import { addressOf, type FeatureMap, NO_HALO } from './feature-map'
import type { Emission, Layer } from './layer'
import { type ParameterShape, sizeOf } from './parameter'

/** An image as one row of features, place after place, channel after channel. Nothing moves where nothing lies between. */
export class Flatten implements Layer {
  readonly outputShape: number[]
  readonly parameters: ParameterShape[] = []
  readonly inputHalo = NO_HALO
  readonly gradientHalo = NO_HALO

  constructor(
    readonly index: number,
    readonly inputShape: number[],
  ) {
    this.outputShape = [sizeOf(inputShape)]
  }

  forward({ plan, program }: Emission, x: FeatureMap, y: FeatureMap): void {
    if (x.start === y.start) return
    this.eachRow(plan, x, y, (from, to, block) => program.emit('copyRows', { a: from, b: to, block }))
  }

  backward({ plan, program }: Emission, _x: FeatureMap, _y: FeatureMap, dx: FeatureMap | null, dy: FeatureMap): void {
    if (dx === null || dx.start === dy.start) return
    this.eachRow(plan, dx, dy, (to, from, block) => program.emit('copyRows', { a: from, b: to, block }), true)
  }

  /** Row by row; a row's places are copied one by one, since padding lanes may lie between them. */
  private eachRow(
    plan: ArenaPlan,
    image: FeatureMap,
    row: FeatureMap,
    copy: (image: number, row: number, block: number) => void,
    back = false,
  ): void {
    const places = [image.imageStep, image.columnStep] as const
    const features = [row.imageStep, image.channels * 4] as const
    const [a, b] = back ? [features, places] : [places, features]
    const block = plan.block([image.width, image.channels, ...a, ...b])
    for (let r = 0; r < image.height; r++) {
      copy(addressOf(image, r, 0), row.address + r * image.width * image.channels * 4, block)
    }
  }
}

/** Whether an image may stand for its own row of features: no halo, no padding lanes. */
export function isFlat(map: FeatureMap): boolean {
  const { top, right, bottom, left } = map.halo
  return top + right + bottom + left === 0 && map.lanes === map.channels
}
