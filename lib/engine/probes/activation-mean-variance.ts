import type { ActivationLayer } from '../nn/activation-layer'
import type { Probe, ProbeReading } from './probe'

/**
 * Mean and variance of an activation layer's outputs over all units and probe-set examples. The value is the variance.
 * Details: `mean`, `variance`.
 */
export class ActivationMeanVariance implements Probe {
  readonly sees = 'probe-set'
  private sum = 0
  private squares = 0
  private outputs = 0

  constructor(
    private readonly index: number,
    private readonly layer: ActivationLayer,
  ) {}

  observe(count: number): void {
    const { output, size } = this.layer
    const length = count * size
    for (let i = 0; i < length; i++) {
      const y = output[i] as number
      this.sum += y
      this.squares += y * y
    }
    this.outputs += length
  }

  readings(): ProbeReading[] {
    const mean = this.sum / this.outputs
    const variance = Math.max(0, this.squares / this.outputs - mean * mean)
    return [{ probe: 'activation-mean-variance', layer: this.index, value: variance, details: { mean, variance } }]
  }
}
