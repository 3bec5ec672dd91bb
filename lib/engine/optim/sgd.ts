import type { Parameter } from '../nn/module'
import { flush } from '../numerics/flush'
import type { SgdSpec } from '../spec/spec'
import type { Optimizer } from './optimizer'

/**
 * Stochastic gradient descent as PyTorch writes it: v ← μv + g; w ← w − η·v, or w − η·(g + μv) with Nesterov.
 * v starts at 0, so the first step is plain. v is rounded to float32 before it is used.
 */
export class Sgd implements Optimizer {
  private readonly velocities: Float32Array[]
  private readonly momentum: number
  private readonly nesterov: boolean

  constructor(
    private readonly parameters: readonly Parameter[],
    spec: SgdSpec,
  ) {
    this.momentum = spec.momentum ?? 0
    this.nesterov = spec.nesterov ?? false
    this.velocities = this.momentum === 0 ? [] : parameters.map((parameter) => new Float32Array(parameter.value.length))
  }

  step(learningRate: number): void {
    for (let p = 0; p < this.parameters.length; p++) {
      const { value, gradient } = this.parameters[p] as Parameter
      const velocity = this.velocities[p]
      if (velocity === undefined) {
        for (let i = 0; i < value.length; i++)
          value[i] = flush((value[i] as number) - learningRate * (gradient[i] as number))
      } else this.stepWithMomentum(value, gradient, velocity, learningRate)
    }
  }

  private stepWithMomentum(
    value: Float32Array,
    gradient: Float32Array,
    velocity: Float32Array,
    learningRate: number,
  ): void {
    const { momentum, nesterov } = this
    for (let i = 0; i < value.length; i++) {
      const g = gradient[i] as number
      const v = Math.fround(flush(momentum * (velocity[i] as number) + g))
      velocity[i] = v
      value[i] = flush((value[i] as number) - learningRate * (nesterov ? g + momentum * v : v))
    }
  }

  state(): Float32Array[] {
    return this.velocities
  }

  fastForward(): void {}
}
