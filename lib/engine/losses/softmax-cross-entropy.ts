import { exp } from '../numerics/exp'
import { flush } from '../numerics/flush'
import { log } from '../numerics/log'
import type { SoftmaxCrossEntropySpec } from '../spec/loss-spec'
import type { Loss, LossSetting } from './loss'
import { SoftmaxRow } from './softmax-row'

/**
 * Cross-entropy on logits z, p = softmax(z), of the target distribution q: l = −Σ_c w_c·q_c·(1 − p_c)^γ·log p_c.
 *
 * q is 1 for the target and 0 elsewhere; label smoothing makes it (1 − ε)·q + ε/classes (Szegedy et al. 2015,
 * arXiv:1512.00567). w are the class weights. γ > 0 is focal loss with α = w (Lin et al. 2017, arXiv:1708.02002), the
 * sum over smoothed classes as in Keras's CategoricalFocalCrossentropy; γ = 0 is PyTorch's cross_entropy, but for the
 * mean (loss.ts).
 *
 * Gradient: with a_c = dl/d(log p_c) = −w_c·q_c·(1 − p_c)^γ·(1 − γ·p_c·log p_c/(1 − p_c)) it is a_j − p_j·Σ a_c; for the
 * plain loss, p − q.
 */
export class SoftmaxCrossEntropy implements Loss {
  lossSum = 0
  correct = 0
  readonly countsCorrect = true
  readonly gradient: Float32Array
  private readonly outputs: number
  private readonly softmax: SoftmaxRow
  private readonly pulls: Float64Array
  private readonly weights: Float64Array
  private readonly smooth: number
  private readonly gamma: number

  constructor({ capacity, outputs }: LossSetting, options: Omit<SoftmaxCrossEntropySpec, 'kind'> = {}) {
    this.outputs = outputs
    this.gradient = new Float32Array(capacity * outputs)
    this.softmax = new SoftmaxRow(outputs)
    this.pulls = new Float64Array(outputs)
    this.weights = Float64Array.from({ length: outputs }, (_, c) => options.classWeights?.[c] ?? 1)
    this.smooth = options.labelSmoothing ?? 0
    this.gamma = options.focalGamma ?? 0
  }

  measure(logits: Float32Array, targets: Float32Array, count: number, scale: number): void {
    const { outputs, softmax, pulls, gradient } = this
    let lossSum = 0
    let correct = 0
    for (let n = 0; n < count; n++) {
      const row = n * outputs
      const target = targets[n] as number
      softmax.read(logits, row)
      lossSum += this.pull(target)
      if (softmax.best === target) correct++
      let total = 0
      for (let c = 0; c < outputs; c++) total += pulls[c] as number
      for (let j = 0; j < outputs; j++) {
        const own = pulls[j] as number
        // a_j − p_j·Σa, without the difference of near-equals where class j pulls almost alone.
        const slope = own * (softmax.rest[j] as number) - (softmax.p[j] as number) * (total - own)
        gradient[row + j] = flush(slope * scale)
      }
    }
    this.lossSum = lossSum
    this.correct = correct
  }

  /** The loss of the row just read; leaves dl/d(log p_c) in `pulls`. */
  private pull(target: number): number {
    const { outputs, softmax, pulls, weights, smooth, gamma } = this
    let loss = 0
    for (let c = 0; c < outputs; c++) {
      const q = (c === target ? 1 - smooth : 0) + smooth / outputs
      const weight = (weights[c] as number) * q
      const logP = softmax.logP[c] as number
      if (gamma === 0 || weight === 0) {
        loss -= weight * logP
        pulls[c] = -weight
        continue
      }
      const rest = softmax.rest[c] as number
      const focus = weight * exp(gamma * log(rest))
      loss -= focus * logP
      pulls[c] = rest === 0 ? 0 : -focus * (1 - (gamma * (softmax.p[c] as number) * logP) / rest)
    }
    return loss
  }
}
