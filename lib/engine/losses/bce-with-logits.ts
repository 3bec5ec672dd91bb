import { exp } from '../numerics/exp'
import { flush } from '../numerics/flush'
import { log1p } from '../numerics/log'
import { sigmoid } from '../numerics/sigmoid'
import type { Loss, LossSetting } from './loss'

/**
 * Binary cross-entropy of one logit z against t ∈ {0, 1}: max(z, 0) − z·t + log(1 + e^−|z|), which never overflows.
 * Gradient: σ(z) − t. The answer is class 1 where z > 0.
 */
export class BceWithLogits implements Loss {
  lossSum = 0
  correct = 0
  readonly countsCorrect = true
  readonly gradient: Float32Array

  constructor(setting: LossSetting) {
    this.gradient = new Float32Array(setting.capacity)
  }

  measure(logits: Float32Array, targets: Float32Array, count: number, scale: number): void {
    let lossSum = 0
    let correct = 0
    for (let n = 0; n < count; n++) {
      const z = logits[n] as number
      const t = targets[n] as number
      lossSum += (z > 0 ? z : 0) - z * t + log1p(exp(-Math.abs(z)))
      if ((z > 0 ? 1 : 0) === t) correct++
      this.gradient[n] = flush((sigmoid(z) - t) * scale)
    }
    this.lossSum = lossSum
    this.correct = correct
  }
}
