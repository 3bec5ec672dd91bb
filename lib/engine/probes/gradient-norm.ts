import type { Module } from '../nn/module'
import type { Probe, ProbeReading } from './probe'

/**
 * Euclidean norm of the gradient of the probe set's mean loss with respect to a layer's parameters, weights and biases
 * together. Details: `weights`, the norm of the weights' part alone; `perWeight`, that norm divided by the root of their
 * number, to compare layers of different size.
 */
export class GradientNorm implements Probe {
  readonly sees = 'probe-set'

  constructor(
    private readonly index: number,
    private readonly layer: Module,
  ) {}

  observe(): void {}

  readings(): ProbeReading[] {
    const [weight, ...others] = this.layer.parameters()
    if (weight === undefined) return []
    const ofWeights = squaredNorm(weight.gradient)
    const all = others.reduce((sum, parameter) => sum + squaredNorm(parameter.gradient), ofWeights)
    const weights = Math.sqrt(ofWeights)
    const details = { weights, perWeight: weights / Math.sqrt(weight.gradient.length) }
    return [{ probe: 'gradient-norm', layer: this.index, value: Math.sqrt(all), details }]
  }
}

export function squaredNorm(values: Float32Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) * (values[i] as number)
  return sum
}
