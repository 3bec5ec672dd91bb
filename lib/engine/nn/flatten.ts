import { type Module, type Parameter, type Placement, sizeOf } from './module'

/** [height, width, channels] → [height · width · channels], row by row with channels last: the memory stays as it is. */
export class Flatten implements Module {
  readonly inputShape: number[]
  readonly outputShape: number[]
  readonly work = 0

  constructor(place: Placement) {
    this.inputShape = place.inputShape
    this.outputShape = [sizeOf(place.inputShape)]
  }

  parameters(): Parameter[] {
    return []
  }

  prepare(): void {}

  forward(input: Float32Array): Float32Array {
    return input
  }

  backward(outputGradient: Float32Array): Float32Array {
    return outputGradient
  }
}
