import type { Parameter } from '../nn/module'
import type { OptimizerSpec } from '../spec/spec'
import { Adam } from './adam'
import type { Optimizer } from './optimizer'
import { Sgd } from './sgd'

export function createOptimizer(spec: OptimizerSpec, parameters: readonly Parameter[]): Optimizer {
  switch (spec.kind) {
    case 'sgd':
      return new Sgd(parameters, spec)
    case 'adam':
      return new Adam(parameters, spec)
    default:
      return spec satisfies never
  }
}
