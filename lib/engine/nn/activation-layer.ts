import type { Activation, ActivationParameters } from '../activations/activation'
import { type Module, type Parameter, type Placement, sizeOf } from './module'

/** Applies one activation to each element. The activation can be swapped between steps; it has no learnt parameters. */
export class ActivationLayer implements Module {
  readonly inputShape: number[]
  readonly outputShape: number[]
  readonly work: number
  /** What the last `forward` wrote: probes read it. */
  readonly output: Float32Array
  readonly size: number
  private readonly inputGradient: Float32Array
  private readonly needsInputGradient: boolean
  private lastInput: Float32Array

  constructor(
    place: Placement,
    public activation: Activation,
    public settings: ActivationParameters,
  ) {
    this.inputShape = place.inputShape
    this.outputShape = place.inputShape
    this.size = sizeOf(place.inputShape)
    this.work = 8 * this.size
    this.needsInputGradient = place.needsInputGradient
    this.output = new Float32Array(place.capacity * this.size)
    this.inputGradient = new Float32Array(place.capacity * this.size)
    this.lastInput = this.output
  }

  /** The pre-activations of the last `forward`. */
  get input(): Float32Array {
    return this.lastInput
  }

  swap(activation: Activation, settings: ActivationParameters): void {
    this.activation = activation
    this.settings = settings
  }

  parameters(): Parameter[] {
    return []
  }

  prepare(): void {}

  forward(input: Float32Array, count: number): Float32Array {
    this.lastInput = input
    this.activation.forward(input, this.output, count * this.size, this.settings)
    return this.output
  }

  backward(outputGradient: Float32Array, count: number): Float32Array {
    if (this.needsInputGradient) {
      const length = count * this.size
      this.activation.backward(this.lastInput, this.output, outputGradient, this.inputGradient, length, this.settings)
    }
    return this.inputGradient
  }
}
