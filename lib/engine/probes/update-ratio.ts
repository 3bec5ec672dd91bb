import type { Probe, ProbeReading } from './probe'
import type { LayerUpdate } from './update-watch'

/**
 * ‖Δw‖/‖w‖ of a layer's weights, biases left out: how far the step just made moved them, measured against what they were
 * before it. A rule of thumb is 10⁻³ (Karpathy, CS231n, "Ratio of weights:updates"). No reading where no step was made,
 * or where the weights were all 0. Details: `change`, `weights`, the two norms.
 */
export class UpdateRatio implements Probe {
  readonly sees = 'step'

  constructor(private readonly update: LayerUpdate) {}

  observe(): void {}

  readings(): ProbeReading[] {
    const { layer, change, weights } = this.update
    if (weights === 0) return []
    return [{ probe: 'update-ratio', layer, value: change / weights, details: { change, weights } }]
  }
}
