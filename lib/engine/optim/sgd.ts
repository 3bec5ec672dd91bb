import { flush } from '../numerics/flush'
import type { SgdSpec } from '../spec/training-spec'
import type { OptimizerPlan } from './optimizer-plan'

/**
 * Stochastic gradient descent as PyTorch writes it: g ← g + λw; v ← μv + g; w ← w − η·v, or w − η·(g + μv) with
 * Nesterov. v starts at 0, so the first step is plain; dampening is 0.
 */
export function planSgd(spec: SgdSpec): OptimizerPlan {
  const { momentum = 0, nesterov = false, weightDecay = 0 } = spec
  return {
    kernel: 'sgdUpdate',
    states: momentum === 0 ? [] : ['velocity'],
    fillHyper(block, learningRate) {
      block[0] = flush(learningRate)
      block[1] = momentum
      block[2] = weightDecay
      block[3] = nesterov ? 1 : 0
    },
  }
}
