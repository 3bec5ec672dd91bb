import type { Parameter } from '../nn/module'
import { flush } from '../numerics/flush'
import type { AdamSpec } from '../spec/spec'
import type { Optimizer } from './optimizer'

/**
 * Adam (Kingma & Ba 2014, arXiv:1412.6980) in PyTorch's form: w ← w − (η/(1 − β₁ᵗ)) · m / (√v/√(1 − β₂ᵗ) + ε).
 * The moments are rounded to float32 before they are used; the powers of β are running products in double precision.
 */
export class Adam implements Optimizer {
  private readonly means: Float32Array[]
  private readonly squares: Float32Array[]
  private readonly beta1: number
  private readonly beta2: number
  private readonly epsilon: number
  private power1 = 1
  private power2 = 1

  constructor(
    private readonly parameters: readonly Parameter[],
    spec: AdamSpec,
  ) {
    this.beta1 = spec.beta1 ?? 0.9
    this.beta2 = spec.beta2 ?? 0.999
    this.epsilon = spec.epsilon ?? 1e-8
    this.means = parameters.map((parameter) => new Float32Array(parameter.value.length))
    this.squares = parameters.map((parameter) => new Float32Array(parameter.value.length))
  }

  step(learningRate: number): void {
    const { beta1, beta2, epsilon } = this
    this.power1 *= beta1
    this.power2 *= beta2
    const rate = learningRate / (1 - this.power1)
    const root = Math.sqrt(1 - this.power2)
    for (let p = 0; p < this.parameters.length; p++) {
      const { value, gradient } = this.parameters[p] as Parameter
      const mean = this.means[p] as Float32Array
      const square = this.squares[p] as Float32Array
      for (let i = 0; i < value.length; i++) {
        const g = gradient[i] as number
        const m = Math.fround(flush(beta1 * (mean[i] as number) + (1 - beta1) * g))
        const v = Math.fround(flush(beta2 * (square[i] as number) + (1 - beta2) * g * g))
        mean[i] = m
        square[i] = v
        value[i] = flush((value[i] as number) - (rate * m) / (Math.sqrt(v) / root + epsilon))
      }
    }
  }

  state(): Float32Array[] {
    return [...this.means, ...this.squares]
  }

  fastForward(steps: number): void {
    for (let step = 0; step < steps; step++) {
      this.power1 *= this.beta1
      this.power2 *= this.beta2
    }
  }
}
