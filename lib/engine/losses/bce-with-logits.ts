import { expEach } from '../numerics/exp'
import { flush } from '../numerics/flush'
import { log1pEach } from '../numerics/log'
import { sigmoid } from '../numerics/sigmoid'
import type { BceWithLogitsSpec } from '../spec/loss-spec'
import type { Loss, LossSetting } from './loss'

/**
 * Binary cross-entropy of one logit z against t ∈ {0, 1}: w·t·softplus(−z) + (1 − t)·softplus(z), where
 * softplus(z) = max(z, 0) + log(1 + e^−|z|) never overflows. w is the weight of class 1, PyTorch's pos_weight. Label
 * smoothing moves t to t·(1 − ε) + ε/2, as Keras does. Gradient: (1 − t)·σ(z) − w·t·σ(−z), without options σ(z) − t.
 * The answer is class 1 where z > 0.
 */
export class BceWithLogits implements Loss {
  lossSum = 0
  correct = 0
  readonly countsCorrect = true
  readonly gradient: Float32Array
  readonly scale = Float64Array.of(1)
  /** log(1 + e^−|z|) of each example. */
  private readonly tails: Float64Array
  private readonly positiveWeight: number
  private readonly smooth: number

  constructor({ capacity }: LossSetting, options: Omit<BceWithLogitsSpec, 'kind'> = {}) {
    this.gradient = new Float32Array(capacity)
    this.tails = new Float64Array(capacity)
    this.positiveWeight = options.positiveWeight ?? 1
    this.smooth = options.labelSmoothing ?? 0
  }

  measure(logits: Float32Array, targets: Float32Array, count: number): void {
    const scale = this.scale[0] as number
    const { positiveWeight, smooth, gradient, tails } = this
    for (let n = 0; n < count; n++) tails[n] = -Math.abs(logits[n] as number)
    expEach(tails, count)
    log1pEach(tails, count)
    let lossSum = 0
    let correct = 0
    for (let n = 0; n < count; n++) {
      const z = logits[n] as number
      const answer = targets[n] as number
      const t = answer * (1 - smooth) + smooth / 2
      const towardsOne = positiveWeight * t
      const towardsZero = 1 - t
      lossSum += (z > 0 ? towardsZero * z : -towardsOne * z) + (towardsOne + towardsZero) * (tails[n] as number)
      if ((z > 0 ? 1 : 0) === answer) correct++
      gradient[n] = flush((towardsZero * sigmoid(z) - towardsOne * sigmoid(-z)) * scale)
    }
    this.lossSum = lossSum
    this.correct = correct
  }
}
