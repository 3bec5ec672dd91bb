import { addressIn } from '../program/space'
import { type FeatureMap, NO_HALO } from './feature-map'
import { placesBlock } from './geometry'
import type { Emission, Layer } from './layer'
import type { ParameterShape } from './parameter'

/** What a layer does while training: y = factor · x + constant, or `dropped`. */
export interface DropoutLine {
  rate: number
  factor: number
  constant: number
  dropped: number
}

/** Each number is 0 with probability `rate`, the others are divided by 1 − rate (Srivastava et al. 2014, "inverted"). */
export function dropoutLine(rate: number): DropoutLine {
  return { rate, factor: 1 / (1 - rate), constant: 0, dropped: 0 }
}

/** −λα of SELU, its limit on the left. */
const SATURATION = -1.7580993408473766

/**
 * Dropped numbers become SELU's limit, then all go through the line a·x + b that restores mean 0 and variance 1
 * (Klambauer et al. 2017, arXiv:1706.02515; PyTorch's alpha_dropout).
 */
export function alphaDropoutLine(rate: number): DropoutLine {
  const factor = 1 / Math.sqrt((1 - rate) * (1 + rate * SATURATION * SATURATION))
  const constant = -factor * rate * SATURATION
  return { rate, factor, constant, dropped: factor * SATURATION + constant }
}

/**
 * Dropout of either kind. Whether the i-th number of a batch is dropped is decided by (seed, layer, step, i), so by no
 * chunk, thread or resumption. Outside training x passes unchanged.
 */
export class Dropout implements Layer {
  readonly outputShape: number[]
  readonly parameters: ParameterShape[] = []
  readonly inputHalo = NO_HALO
  readonly gradientHalo = NO_HALO

  constructor(
    readonly index: number,
    readonly inputShape: number[],
    private readonly line: DropoutLine,
    /** Address of the key (random/counter.ts), which the host writes before every step. */
    private readonly key: number,
  ) {
    this.outputShape = inputShape
  }

  forward(emission: Emission, x: FeatureMap, y: FeatureMap): void {
    const { factor, constant, dropped } = this.line
    this.emitDrop(emission, x, y, [factor, constant, dropped])
    if (dropped !== 0 && y.lanes !== y.channels) {
      emission.program.emit('clearPadding', { b: y.address, block: placesBlock(emission.plan, y) })
    }
  }

  backward(emission: Emission, _x: FeatureMap, _y: FeatureMap, dx: FeatureMap | null, dy: FeatureMap): void {
    if (dx !== null) this.emitDrop(emission, dy, dx, [this.line.factor, 0, 0])
  }

  private emitDrop({ plan, program }: Emission, from: FeatureMap, to: FeatureMap, line: number[]): void {
    program.emit('dropRows', {
      x: from.address,
      y: to.address,
      line: plan.constant(Float32Array.from(line)),
      key: this.key,
      // Of 2³² equally likely words.
      threshold: Math.floor(this.line.rate * 2 ** 32) | 0,
      list: addressIn('chunk', 0),
      block: placesBlock(plan, from, to),
    })
  }
}
