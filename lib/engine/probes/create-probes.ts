import type { Inspection } from '../network/inspection'
import type { LossKind } from '../spec/loss-spec'
import type { ProbeName } from '../spec/spec'
import { ActivationHistogram } from './activation-histogram'
import { ActivationMeanVariance } from './activation-mean-variance'
import { Calibration, givesProbabilities } from './calibration'
import { DeadUnits } from './dead-units'
import { GradientNorm } from './gradient-norm'
import { LayerView } from './layer-view'
import { OutputView } from './output-view'
import type { Probe } from './probe'
import { Saturation } from './saturation'
import { UpdateRatio } from './update-ratio'
import type { LayerUpdate } from './update-watch'

export interface ProbeSetting {
  inspection: Inspection
  loss: LossKind
  validationLabels: ArrayLike<number>
  /** What the step just made did, layer by layer; empty where none was made. */
  updates: readonly LayerUpdate[]
}

/**
 * One probe for each name and each layer it can watch: gradients and updates where there are parameters, calibration at
 * the last layer, the rest at activations.
 */
export function createProbes(names: readonly ProbeName[], setting: ProbeSetting): Probe[] {
  const { inspection, loss, validationLabels, updates } = setting
  const views = inspection.activationLayers().map((layer) => new LayerView(inspection, layer, inspection.capacity))
  return [...new Set(names)].flatMap((name): Probe[] => {
    switch (name) {
      case 'gradient-norm':
        return inspection.layers
          .filter(({ layer }) => layer.parameters.length > 0)
          .map(({ layer }) => new GradientNorm(layer.index, inspection))
      case 'update-ratio':
        return updates.map((update) => new UpdateRatio(update))
      case 'dead-units':
        return views.map((view) => new DeadUnits(view))
      case 'saturation':
        return views.map((view) => new Saturation(view))
      case 'activation-mean-variance':
        return views.map((view) => new ActivationMeanVariance(view))
      case 'activation-histogram':
        return views.map((view) => new ActivationHistogram(view))
      case 'calibration':
        return givesProbabilities(loss) ? [new Calibration(new OutputView(inspection, validationLabels), loss)] : []
      default:
        return name satisfies never
    }
  })
}
