import { flush } from '../numerics/flush'
import type { RmspropSpec } from '../spec/training-spec'
import type { OptimizerPlan } from './optimizer-plan'

/**
 * RMSProp (Tieleman & Hinton 2012, lecture 6.5) as PyTorch writes it, not centred: g ← g + λw; s ← αs + (1 − α)g²;
 * d = g/(√s + ε), with momentum v ← μv + d and d = v; w ← w − ηd.
 */
export function planRmsprop(spec: RmspropSpec): OptimizerPlan {
  const { alpha = 0.99, epsilon = 1e-8, momentum = 0, weightDecay = 0 } = spec
  return {
    kernel: 'rmspropUpdate',
    states: momentum === 0 ? ['squares'] : ['squares', 'velocity'],
    fillHyper(block, learningRate) {
      block[0] = flush(learningRate)
      block[1] = momentum
      block[2] = weightDecay
      block[3] = alpha
      block[4] = 1 - alpha
      block[5] = epsilon
    },
  }
}
