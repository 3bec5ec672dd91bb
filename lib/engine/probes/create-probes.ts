import type { Sequential } from '../nn/sequential'
import type { ProbeName } from '../spec/spec'
import { ActivationMeanVariance } from './activation-mean-variance'
import { DeadUnits } from './dead-units'
import { GradientNorm } from './gradient-norm'
import type { Probe } from './probe'
import { Saturation } from './saturation'

/** One probe for each name and each layer it can watch: gradient norms where there are parameters, the rest at activations. */
export function createProbes(names: readonly ProbeName[], model: Sequential): Probe[] {
  const activationLayers = model.activationLayers()
  return [...new Set(names)].flatMap((name): Probe[] => {
    switch (name) {
      case 'gradient-norm':
        return model.layers.flatMap((layer, index) =>
          layer.parameters().length > 0 ? [new GradientNorm(index, layer)] : [],
        )
      case 'dead-units':
        return activationLayers.map(({ index, layer }) => new DeadUnits(index, layer))
      case 'saturation':
        return activationLayers.map(({ index, layer }) => new Saturation(index, layer))
      case 'activation-mean-variance':
        return activationLayers.map(({ index, layer }) => new ActivationMeanVariance(index, layer))
      default:
        return name satisfies never
    }
  })
}
