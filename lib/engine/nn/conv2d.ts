/**
 * 2-D convolution (cross-correlation, as in every deep-learning library) on [height, width, channels] images, any
 * square kernel, stride, `same` or `valid` padding. Weights are [outChannels, kernel, kernel, inChannels].
 *
 * The input is copied into an image with a border of zeros; the gradient of the output into one of its own, with
 * stride − 1 zeros between its elements, so that the input's gradient is a correlation too, with the kernel turned by
 * 180°. Sums run in double precision and are rounded to float32 once.
 */
import { flush } from '../numerics/flush'
import { correlate, type Geometry, packedChannels, slackOf } from './correlate'
import { correlateGradient, type GradientLayout, packedRun } from './correlate-gradient'
import { createParameter, type Module, type Parameter, type Placement, sizeOf } from './module'
import { paddingOf } from './padding'
import { scatterBothGradients, scatterWeightGradient } from './scatter-gradient'

/** Where less than this part of a gradient is not zero, spreading the rest one by one is the faster way. */
const SPARSE_BELOW = 0.5

export interface Conv2dOptions {
  channels: number
  kernel: number
  stride: number
  padding: 'same' | 'valid'
}

export class Conv2d implements Module {
  readonly inputShape: number[]
  readonly outputShape: number[]
  readonly work: number
  readonly weight: Parameter
  readonly bias: Parameter
  private readonly geometry: Geometry
  private readonly backGeometry: Geometry
  private readonly layout: GradientLayout
  private readonly before: { top: number; left: number }
  private readonly paddedInput: Float64Array
  private readonly paddedGradient: Float64Array
  private readonly packedWeight: Float64Array
  private readonly packedBias: Float64Array
  private readonly turnedWeight: Float64Array
  private readonly noBias: Float64Array
  private readonly biasSums: Float64Array
  private readonly weightSums: Float64Array
  private readonly scatteredSums: Float64Array
  private readonly paddedInputGradient: Float64Array
  private readonly output: Float32Array
  private readonly inputGradient: Float32Array
  private readonly needsInputGradient: boolean

  constructor(place: Placement, options: Conv2dOptions) {
    const [height, width, inChannels] = place.inputShape as [number, number, number]
    const { channels, kernel, stride } = options
    const vertical = paddingOf(height, options)
    const horizontal = paddingOf(width, options)
    this.inputShape = place.inputShape
    this.outputShape = [vertical.out, horizontal.out, channels]
    this.work = sizeOf(this.outputShape) * kernel * kernel * inChannels
    this.before = { top: vertical.before, left: horizontal.before }
    this.needsInputGradient = place.needsInputGradient
    this.weight = createParameter(`${place.index}.weight`, [channels, kernel, kernel, inChannels])
    this.bias = createParameter(`${place.index}.bias`, [channels])
    this.geometry = {
      inChannels,
      outChannels: channels,
      kernel,
      stride,
      paddedHeight: vertical.padded,
      paddedWidth: horizontal.padded,
      outHeight: vertical.out,
      outWidth: horizontal.out,
    }
    this.backGeometry = {
      inChannels: channels,
      outChannels: inChannels,
      kernel,
      stride: 1,
      paddedHeight: height + kernel - 1,
      paddedWidth: width + kernel - 1,
      outHeight: height,
      outWidth: width,
    }
    const gradientRow = this.backGeometry.paddedWidth * channels
    this.layout = {
      origin: (kernel - 1 - vertical.before) * gradientRow + (kernel - 1 - horizontal.before) * channels,
      imageLength: this.backGeometry.paddedHeight * gradientRow,
      rowHop: stride * gradientRow,
      columnHop: stride * channels,
    }
    const { paddedHeight, paddedWidth } = this.geometry
    this.paddedInput = new Float64Array(
      place.capacity * paddedHeight * paddedWidth * inChannels + slackOf(this.geometry),
    )
    this.paddedGradient = new Float64Array(place.capacity * this.layout.imageLength + slackOf(this.backGeometry))
    this.packedWeight = new Float64Array(kernel * kernel * inChannels * packedChannels(channels))
    this.packedBias = new Float64Array(packedChannels(channels))
    this.turnedWeight = new Float64Array(kernel * kernel * channels * packedChannels(inChannels))
    this.biasSums = new Float64Array(channels)
    this.noBias = new Float64Array(packedChannels(inChannels))
    this.weightSums = new Float64Array(kernel * packedRun(this.geometry) * packedChannels(channels))
    this.scatteredSums = new Float64Array(this.weight.value.length)
    this.paddedInputGradient = new Float64Array(place.needsInputGradient ? this.paddedInput.length : 0)
    this.output = new Float32Array(place.capacity * sizeOf(this.outputShape))
    this.inputGradient = new Float32Array(place.capacity * sizeOf(place.inputShape))
  }

  parameters(): Parameter[] {
    return [this.weight, this.bias]
  }

  /** Copies the weights into the order in which the inner loops read them. */
  prepare(): void {
    const { kernel, inChannels, outChannels } = this.geometry
    const packed = packedChannels(outChannels)
    const turned = packedChannels(inChannels)
    const taps = kernel * kernel
    let at = 0
    for (let o = 0; o < outChannels; o++) {
      this.packedBias[o] = this.bias.value[o] as number
      for (let tap = 0; tap < taps; tap++) {
        for (let i = 0; i < inChannels; i++) {
          const w = this.weight.value[at++] as number
          this.packedWeight[(tap * inChannels + i) * packed + o] = w
          this.turnedWeight[((taps - 1 - tap) * outChannels + o) * turned + i] = w
        }
      }
    }
  }

  forward(input: Float32Array, count: number): Float32Array {
    const [height, width] = this.inputShape as [number, number, number]
    const { inChannels, paddedHeight, paddedWidth } = this.geometry
    const rowLength = width * inChannels
    let from = 0
    for (let n = 0; n < count; n++) {
      for (let row = 0; row < height; row++) {
        let to = ((n * paddedHeight + row + this.before.top) * paddedWidth + this.before.left) * inChannels
        for (let k = 0; k < rowLength; k++) this.paddedInput[to++] = input[from++] as number
      }
    }
    correlate(this.paddedInput, this.packedWeight, this.packedBias, this.output, count, this.geometry)
    return this.output
  }

  /** The data decides which way is taken, and so the time; the bits are the same either way. */
  backward(outputGradient: Float32Array, count: number): Float32Array {
    const length = count * sizeOf(this.outputShape)
    const filled = this.sumBiasPartial(outputGradient, length)
    if (filled < SPARSE_BELOW * length) this.backwardSparse(outputGradient, count)
    else this.backwardDense(outputGradient, count)
    return this.inputGradient
  }

  private backwardDense(outputGradient: Float32Array, count: number): void {
    this.spreadGradient(outputGradient, count)
    this.weightSums.fill(0)
    correlateGradient(this.paddedInput, this.paddedGradient, this.layout, this.weightSums, count, this.geometry)
    this.storeWeightPartial()
    if (!this.needsInputGradient) return
    correlate(this.paddedGradient, this.turnedWeight, this.noBias, this.inputGradient, count, this.backGeometry)
  }

  private backwardSparse(outputGradient: Float32Array, count: number): void {
    const { paddedInput, paddedInputGradient, scatteredSums, geometry } = this
    const partial = this.weight.partial
    scatteredSums.fill(0)
    if (this.needsInputGradient) {
      paddedInputGradient.fill(0)
      const weight = this.weight.value
      scatterBothGradients(paddedInput, paddedInputGradient, weight, outputGradient, scatteredSums, count, geometry)
      this.cropInputGradient(count)
    } else scatterWeightGradient(paddedInput, outputGradient, scatteredSums, count, geometry)
    for (let i = 0; i < partial.length; i++) partial[i] = flush(scatteredSums[i] as number)
  }

  /** Sums the gradient per channel for the bias; returns how many of its elements are not zero. */
  private sumBiasPartial(outputGradient: Float32Array, length: number): number {
    const { outChannels } = this.geometry
    const { biasSums } = this
    biasSums.fill(0)
    let filled = 0
    let o = 0
    for (let i = 0; i < length; i++) {
      const g = outputGradient[i] as number
      if (g !== 0) {
        biasSums[o] = (biasSums[o] as number) + g
        filled++
      }
      o = o + 1 === outChannels ? 0 : o + 1
    }
    for (let c = 0; c < outChannels; c++) this.bias.partial[c] = flush(biasSums[c] as number)
    return filled
  }

  /** Writes the output's gradient into its padded image. */
  private spreadGradient(outputGradient: Float32Array, count: number): void {
    const { outHeight, outWidth, outChannels } = this.geometry
    const { origin, imageLength, rowHop, columnHop } = this.layout
    let from = 0
    for (let n = 0; n < count; n++) {
      for (let row = 0; row < outHeight; row++) {
        for (let column = 0; column < outWidth; column++) {
          const to = origin + n * imageLength + row * rowHop + column * columnHop
          for (let o = 0; o < outChannels; o++) this.paddedGradient[to + o] = outputGradient[from++] as number
        }
      }
    }
  }

  /** Takes the input's gradient out of its padded image. */
  private cropInputGradient(count: number): void {
    const [height, width] = this.inputShape as [number, number, number]
    const { inChannels, paddedHeight, paddedWidth } = this.geometry
    const rowLength = width * inChannels
    let to = 0
    for (let n = 0; n < count; n++) {
      for (let row = 0; row < height; row++) {
        let from = ((n * paddedHeight + row + this.before.top) * paddedWidth + this.before.left) * inChannels
        for (let k = 0; k < rowLength; k++) this.inputGradient[to++] = this.paddedInputGradient[from++] as number
      }
    }
  }

  private storeWeightPartial(): void {
    const { kernel, inChannels, outChannels } = this.geometry
    const packed = packedChannels(outChannels)
    const rows = packedRun(this.geometry)
    const run = kernel * inChannels
    let at = 0
    for (let o = 0; o < outChannels; o++) {
      for (let ky = 0; ky < kernel; ky++) {
        for (let k = 0; k < run; k++) {
          this.weight.partial[at++] = flush(this.weightSums[(ky * rows + k) * packed + o] as number)
        }
      }
    }
  }
}
