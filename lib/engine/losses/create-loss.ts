import type { LossSpec } from '../spec/spec'
import { BceWithLogits } from './bce-with-logits'
import type { Loss, LossSetting } from './loss'
import { MeanSquaredError } from './mse'
import { SoftmaxCrossEntropy } from './softmax-cross-entropy'

export function createLoss(spec: LossSpec, setting: LossSetting): Loss {
  switch (spec.kind) {
    case 'softmax-cross-entropy':
      return new SoftmaxCrossEntropy(setting)
    case 'mse':
      return new MeanSquaredError(setting)
    case 'bce-with-logits':
      return new BceWithLogits(setting)
    default:
      return spec.kind satisfies never
  }
}
