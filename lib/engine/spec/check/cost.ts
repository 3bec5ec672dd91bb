/** What is too much: the largest experiment a page or a command will start. */
import type { Cost } from '../cost'
import { type ProblemList, shown } from '../problem'
import type { ExperimentSpec } from '../spec'

export interface CostLimits {
  parameters: number
  bytes: number
  /** Of one run. */
  steps: number
  /** Of one run, forward and backward. */
  multiplyAdds: number
}

export const DEFAULT_LIMITS: CostLimits = {
  parameters: 10_000_000,
  bytes: 1_500_000_000,
  steps: 10_000_000,
  multiplyAdds: 50_000_000_000_000,
}

export function checkCost(spec: ExperimentSpec, cost: Cost, limits: CostLimits, list: ProblemList): void {
  const multiplyAdds = cost.steps * spec.batch * cost.multiplyAddsPerExample
  if (cost.parameters > limits.parameters) {
    list.add(
      ['model'],
      `The model has ${shown(cost.parameters)} parameters, more than the ${shown(limits.parameters)} allowed; use narrower layers.`,
    )
  }
  if (cost.bytes > limits.bytes) {
    list.add(
      [],
      `The experiment needs about ${shown(Math.ceil(cost.bytes / 1e6))} MB of memory, more than the ${shown(limits.bytes / 1e6)} MB allowed; use less data, a smaller batch or narrower layers.`,
    )
  }
  if (cost.steps > limits.steps) {
    list.add(
      ['epochs'],
      `A run has ${shown(cost.steps)} steps, more than the ${shown(limits.steps)} allowed; use fewer epochs or a larger batch.`,
    )
  }
  if (multiplyAdds > limits.multiplyAdds) {
    list.add(
      ['epochs'],
      `A run costs about ${multiplyAdds.toPrecision(2)} multiply-adds, more than the ${limits.multiplyAdds.toPrecision(2)} allowed; use fewer epochs, less data or a smaller model.`,
    )
  }
}
