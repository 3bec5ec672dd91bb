/** One learnt tensor. The logical shape is the stored shape: nothing is padded or interleaved here. */
export interface Parameter {
  /** `<layer index>.<weight|bias>`, e.g. `0.weight`. */
  name: string
  shape: number[]
  value: Float32Array
  /** Gradient of the chunk in work; `backward` overwrites it. */
  partial: Float32Array
  /** Gradient of the batch: the chunks' partials, added in chunk order. */
  gradient: Float32Array
}

/**
 * A layer. All buffers are made in the constructor, for at most `capacity` examples a call; what `forward` and
 * `backward` return is such a buffer and holds until the next call. Shapes are per example; images are [height,
 * width, channels].
 */
export interface Module {
  readonly inputShape: number[]
  readonly outputShape: number[]
  /** Multiply-adds of one forward pass on one example, activations counted by their rough cost. */
  readonly work: number
  parameters(): Parameter[]
  /** Call after the parameters changed and before the next `forward`. */
  prepare(): void
  forward(input: Float32Array, count: number): Float32Array
  /** Takes the gradient of the output of the last `forward`; fills the partials; returns the gradient of its input. */
  backward(outputGradient: Float32Array, count: number): Float32Array
}

/** What every layer is told when it is made. */
export interface Placement {
  /** Index in the model, for names. */
  index: number
  inputShape: number[]
  /** Examples a call at most. */
  capacity: number
  /** False where no parameter lies below: the input's gradient is then not computed, and `backward` returns zeros. */
  needsInputGradient: boolean
}

export function sizeOf(shape: number[]): number {
  return shape.reduce((product, side) => product * side, 1)
}

export function createParameter(name: string, shape: number[]): Parameter {
  const size = sizeOf(shape)
  return {
    name,
    shape,
    value: new Float32Array(size),
    partial: new Float32Array(size),
    gradient: new Float32Array(size),
  }
}
