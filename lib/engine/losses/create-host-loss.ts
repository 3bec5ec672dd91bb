import type { DifferenceSpec, LossSpec } from '../spec/loss-spec'
import { BceWithLogits } from './bce-with-logits'
import type { Loss, LossSetting } from './loss'
import { SoftmaxCrossEntropy } from './softmax-cross-entropy'
import { SoftmaxTwice } from './softmax-twice'

/** The losses that no kernel measures. */
export function createHostLoss(spec: Exclude<LossSpec, DifferenceSpec>, setting: LossSetting): Loss {
  switch (spec.kind) {
    case 'softmax-cross-entropy':
      return new SoftmaxCrossEntropy(setting, spec)
    case 'bce-with-logits':
      return new BceWithLogits(setting, spec)
    case 'softmax-twice':
      return new SoftmaxTwice(setting)
    default:
      return spec satisfies never
  }
}
