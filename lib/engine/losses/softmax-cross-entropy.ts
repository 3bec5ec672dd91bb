import { expEach } from '../numerics/exp'
import { flush } from '../numerics/flush'
import { logEach } from '../numerics/log'
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
  readonly scale = Float64Array.of(1)
  private readonly outputs: number
  private readonly softmax: SoftmaxRow
  private readonly pulls: Float64Array
  private readonly weights: Float64Array
  private readonly smooth: number
  private readonly gamma: number
  // One number each, in arrays, so that no call hands an object back (expEach).
  private readonly rowLoss = new Float64Array(1)
  private readonly power = new Float64Array(1)

  constructor({ capacity, outputs }: LossSetting, options: Omit<SoftmaxCrossEntropySpec, 'kind'> = {}) {
    this.outputs = outputs
    this.gradient = new Float32Array(capacity * outputs)
    this.softmax = new SoftmaxRow(outputs)
    this.pulls = new Float64Array(outputs)
    this.weights = Float64Array.from({ length: outputs }, (_, c) => options.classWeights?.[c] ?? 1)
    this.smooth = options.labelSmoothing ?? 0
    this.gamma = options.focalGamma ?? 0
  }

  measure(logits: Float32Array, targets: Float32Array, count: number): void {
    const scale = this.scale[0] as number
    const { outputs, softmax, pulls, gradient, rowLoss } = this
    let lossSum = 0
    let correct = 0
    for (let n = 0; n < count; n++) {
      const row = n * outputs
      const target = targets[n] as number
      softmax.read(logits, row)
      this.pull(target)
      lossSum += rowLoss[0] as number
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

  /** Leaves the loss of the row just read in `rowLoss`, dl/d(log p_c) in `pulls`. */
  private pull(target: number): void {
    const { outputs, softmax, pulls, weights, smooth, gamma, power } = this
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
      power[0] = rest
      this.raise()
      const focus = weight * (power[0] as number)
      loss -= focus * logP
      pulls[c] = rest === 0 ? 0 : -focus * (1 - (gamma * (softmax.p[c] as number) * logP) / rest)
    }
    this.rowLoss[0] = loss
  }

  /** Of `power`, which is 1 − p, makes (1 − p)^γ. */
  private raise(): void {
    const { power } = this
    logEach(power, 1)
    power[0] = this.gamma * (power[0] as number)
    expEach(power, 1)
  }
}
