import type { AdamWSpec } from '../spec/training-spec'
import { planMoments } from './adam'
import type { OptimizerPlan } from './optimizer-plan'

/** AdamW (Loshchilov & Hutter 2019, arXiv:1711.05101): w ← (1 − ηλ)w, then Adam's step, whose moments never see λ. */
export function planAdamW(spec: AdamWSpec): OptimizerPlan {
  const { weightDecay = 0.01 } = spec
  return planMoments(spec, { decay: 0, shrink: (learningRate) => 1 - learningRate * weightDecay })
}
