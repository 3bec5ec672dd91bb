import type { LayerView } from './layer-view'
import type { Probe, ProbeReading } from './probe'

/**
 * The part of an activation layer's units that are dead: output exactly 0 on EVERY training example. After a
 * convolution a unit is a channel, dead when it is 0 at every position of every example. Being 0 on some examples is
 * health, not death. Details: `dead`, `units`.
 */
export class DeadUnits implements Probe {
  readonly sees = 'training-set'
  private readonly alive: Uint8Array

  constructor(private readonly layer: LayerView) {
    this.alive = new Uint8Array(layer.units)
  }

  observe(count: number): void {
    const { alive } = this
    this.layer.read(count)
    const { output, size } = this.layer
    const length = count * size
    let unit = 0
    for (let i = 0; i < length; i++) {
      if (output[i] !== 0) alive[unit] = 1
      unit = unit + 1 === alive.length ? 0 : unit + 1
    }
  }

  readings(): ProbeReading[] {
    const units = this.alive.length
    const dead = this.alive.reduce((sum, alive) => sum + (alive === 0 ? 1 : 0), 0)
    return [{ probe: 'dead-units', layer: this.layer.index, value: dead / units, details: { dead, units } }]
  }
}
