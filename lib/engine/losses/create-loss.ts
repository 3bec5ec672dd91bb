import type { LossSpec } from '../spec/loss-spec'
import { BceWithLogits } from './bce-with-logits'
import { Huber } from './huber'
import type { Loss, LossSetting } from './loss'
import { MeanAbsoluteError } from './mae'
import { MeanSquaredError } from './mse'
import { SoftmaxCrossEntropy } from './softmax-cross-entropy'
import { SoftmaxTwice } from './softmax-twice'

export function createLoss(spec: LossSpec, setting: LossSetting): Loss {
  switch (spec.kind) {
    case 'softmax-cross-entropy':
      return new SoftmaxCrossEntropy(setting, spec)
    case 'bce-with-logits':
      return new BceWithLogits(setting, spec)
    case 'mse':
      return new MeanSquaredError(setting)
    case 'mae':
      return new MeanAbsoluteError(setting)
    case 'huber':
      return new Huber(setting, spec)
    case 'softmax-twice':
      return new SoftmaxTwice(setting)
    default:
      return spec satisfies never
  }
}
