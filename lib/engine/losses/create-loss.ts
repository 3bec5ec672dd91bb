import { isDifference, type LossSpec } from '../spec/loss-spec'
import { createDifferenceLoss } from './create-difference-loss'
import { createHostLoss } from './create-host-loss'
import type { Loss, LossSetting } from './loss'

/** Any loss as the host measures it. A run takes the kernel's word for differences: kernels/difference-loss.ts. */
export function createLoss(spec: LossSpec, setting: LossSetting): Loss {
  return isDifference(spec) ? createDifferenceLoss(spec, setting) : createHostLoss(spec, setting)
}
