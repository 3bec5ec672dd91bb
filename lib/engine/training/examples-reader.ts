import type { Examples } from '../data/dataset'
import { sizeOf } from '../nn/module'

/** Copies examples into one buffer that the model reads: a chunk at a time, in any order. */
export class ExamplesReader {
  readonly inputs: Float32Array
  readonly targets: Float32Array
  private readonly size: number

  constructor(inputShape: number[], capacity: number) {
    this.size = sizeOf(inputShape)
    this.inputs = new Float32Array(capacity * this.size)
    this.targets = new Float32Array(capacity)
  }

  /** Examples order[first] … order[first + count − 1]; without an order, first … first + count − 1. */
  read(examples: Examples, first: number, count: number, order: Uint32Array | null): void {
    const { inputs, targets, size } = this
    for (let n = 0; n < count; n++) {
      const example = order === null ? first + n : (order[first + n] as number)
      const from = example * size
      const to = n * size
      for (let k = 0; k < size; k++) inputs[to + k] = examples.inputs[from + k] as number
      targets[n] = examples.labels[example] as number
    }
  }
}
