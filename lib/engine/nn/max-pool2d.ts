import { type Module, type Parameter, type Placement, sizeOf } from './module'

/**
 * Maximum over size × size windows that do not overlap; rows and columns that fill no window are dropped. Of equal
 * maxima the first in row order wins and gets the whole gradient. A NaN in the window is the maximum.
 */
export class MaxPool2d implements Module {
  readonly inputShape: number[]
  readonly outputShape: number[]
  readonly work: number
  private readonly output: Float32Array
  private readonly inputGradient: Float32Array
  /** Where in the input each output came from. */
  private readonly winners: Int32Array

  constructor(
    place: Placement,
    private readonly size: number,
  ) {
    const [height, width, channels] = place.inputShape as [number, number, number]
    this.inputShape = place.inputShape
    this.outputShape = [Math.floor(height / size), Math.floor(width / size), channels]
    this.work = 2 * sizeOf(place.inputShape)
    const outputs = place.capacity * sizeOf(this.outputShape)
    this.output = new Float32Array(outputs)
    this.winners = new Int32Array(outputs)
    this.inputGradient = new Float32Array(place.capacity * sizeOf(place.inputShape))
  }

  parameters(): Parameter[] {
    return []
  }

  prepare(): void {}

  forward(input: Float32Array, count: number): Float32Array {
    const { size, output, winners } = this
    const [height, width, channels] = this.inputShape as [number, number, number]
    const [rows, columns] = this.outputShape as [number, number, number]
    let o = 0
    for (let n = 0; n < count; n++) {
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
          const corner = ((n * height + row * size) * width + column * size) * channels
          for (let c = 0; c < channels; c++) {
            let winner = corner + c
            let best = input[winner] as number
            for (let dy = 0; dy < size; dy++) {
              let at = corner + dy * width * channels + c
              for (let dx = 0; dx < size; dx++) {
                const value = input[at] as number
                if (value > best || Number.isNaN(value)) {
                  best = value
                  winner = at
                }
                at += channels
              }
            }
            output[o] = best
            winners[o] = winner
            o++
          }
        }
      }
    }
    return output
  }

  backward(outputGradient: Float32Array, count: number): Float32Array {
    const { inputGradient, winners } = this
    inputGradient.fill(0, 0, count * sizeOf(this.inputShape))
    const length = count * sizeOf(this.outputShape)
    for (let o = 0; o < length; o++) inputGradient[winners[o] as number] = outputGradient[o] as number
    return inputGradient
  }
}
