import type { DifferenceSpec } from '../spec/loss-spec'
import { Huber } from './huber'
import type { Loss, LossSetting } from './loss'
import { MeanAbsoluteError } from './mae'
import { MeanSquaredError } from './mse'

export function createDifferenceLoss(spec: DifferenceSpec, setting: LossSetting): Loss {
  switch (spec.kind) {
    case 'mse':
      return new MeanSquaredError(setting)
    case 'mae':
      return new MeanAbsoluteError(setting)
    case 'huber':
      return new Huber(setting, spec)
    default:
      return spec satisfies never
  }
}
