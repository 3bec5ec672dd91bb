import type { OptimizerSpec } from '../spec/training-spec'
import { planAdam } from './adam'
import { planAdamW } from './adamw'
import type { OptimizerPlan } from './optimizer-plan'
import { planRmsprop } from './rmsprop'
import { planSgd } from './sgd'

export function planOptimizer(spec: OptimizerSpec): OptimizerPlan {
  switch (spec.kind) {
    case 'sgd':
      return planSgd(spec)
    case 'rmsprop':
      return planRmsprop(spec)
    case 'adam':
      return planAdam(spec)
    case 'adamw':
      return planAdamW(spec)
    default:
      return spec satisfies never
  }
}
