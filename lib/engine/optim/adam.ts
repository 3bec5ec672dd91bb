import { flush } from '../numerics/flush'
import type { AdamSpec, AdamWSpec } from '../spec/training-spec'
import type { OptimizerPlan } from './optimizer-plan'
import { runningPower } from './running-power'

/**
 * Adam (Kingma & Ba 2014, arXiv:1412.6980), for each weight w with gradient g at step t = 1, 2, …:
 *
 *     m ← β₁m + (1 − β₁)g        the mean of the gradients lately
 *     v ← β₂v + (1 − β₂)g²       the mean of their squares
 *     w ← w − η · m/(1 − β₁ᵗ) / (√(v/(1 − β₂ᵗ)) + ε)
 *
 * m and v begin at 0, which the divisions make up for. Weight decay as PyTorch's Adam has it: g ← g + λw first; AdamW
 * (adamw.ts) shrinks w instead. The defaults are PyTorch's. The loop over the weights is the kernel adamUpdate.
 */
export function planAdam(spec: AdamSpec): OptimizerPlan {
  return planMoments(spec, { decay: spec.weightDecay ?? 0, shrink: () => 1 })
}

/**
 * What Adam and AdamW tell the kernel before each step. With r = √(1 − β₂ᵗ) the step is (ηr/(1 − β₁ᵗ)) · m/(√v + εr), the
 * last formula of the paper's section 2: one division an element, and the corrections are computed here, in double
 * precision, and rounded once.
 */
export function planMoments(
  spec: AdamSpec | AdamWSpec,
  { decay, shrink }: { decay: number; shrink: (learningRate: number) => number },
): OptimizerPlan {
  const { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = spec
  const power1 = runningPower(beta1)
  const power2 = runningPower(beta2)
  return {
    kernel: 'adamUpdate',
    states: ['means', 'squares'],
    fillHyper(block, learningRate, step) {
      const t = step + 1
      const root = Math.sqrt(1 - power2(t))
      block[0] = flush((learningRate * root) / (1 - power1(t)))
      block[1] = beta1
      block[2] = 1 - beta1
      block[3] = beta2
      block[4] = 1 - beta2
      block[5] = epsilon * root
      block[6] = decay
      block[7] = shrink(learningRate)
    },
  }
}
