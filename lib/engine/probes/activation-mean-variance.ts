import type { LayerView } from './layer-view'
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

  constructor(private readonly layer: LayerView) {}

  observe(count: number): void {
    this.layer.read(count)
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
    return [
      { probe: 'activation-mean-variance', layer: this.layer.index, value: variance, details: { mean, variance } },
    ]
  }
}
