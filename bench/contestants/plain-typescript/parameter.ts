/** Weights with their gradient and their velocity: SGD with momentum in PyTorch's form, v ← μv + g, w ← w − ηv. */
export class Parameter {
  readonly value: Float32Array
  readonly gradient: Float32Array
  private readonly velocity: Float32Array

  constructor(length: number) {
    this.value = new Float32Array(length)
    this.gradient = new Float32Array(length)
    this.velocity = new Float32Array(length)
  }

  /** Updates the weights and empties the gradient. */
  step(learningRate: number, momentum: number): void {
    const { value, gradient, velocity } = this
    for (let i = 0; i < value.length; i++) {
      const v = momentum * (velocity[i] as number) + (gradient[i] as number)
      velocity[i] = v
      value[i] = (value[i] as number) - learningRate * v
    }
    gradient.fill(0)
  }
}
