import type { LayerView } from './layer-view'
import type { Probe, ProbeReading } from './probe'

/** A slope below this, in absolute value, lets next to no gradient through. */
export const FLAT_SLOPE = 0.01

/**
 * The part of an activation layer's outputs, over units and probe-set examples, at which |f′| < 0.01. For sigmoid that
 * is |z| > 4.6, for tanh |z| > 3.0, for ReLU every negative z (about half of them at the start, and healthy).
 * Details: `flat`, `outputs`.
 */
export class Saturation implements Probe {
  readonly sees = 'probe-set'
  private flat = 0
  private outputs = 0
  private readonly slopes: Float32Array

  constructor(private readonly layer: LayerView) {
    this.slopes = new Float32Array(layer.output.length)
  }

  observe(count: number): void {
    const { layer, slopes } = this
    const length = count * layer.size
    layer.read(count)
    layer.slopes(length, slopes)
    for (let i = 0; i < length; i++) if (Math.abs(slopes[i] as number) < FLAT_SLOPE) this.flat++
    this.outputs += length
  }

  readings(): ProbeReading[] {
    const { flat, outputs } = this
    return [{ probe: 'saturation', layer: this.layer.index, value: flat / outputs, details: { flat, outputs } }]
  }
}
