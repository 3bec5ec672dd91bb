import { flush } from '../numerics/flush'
import type { Loss, LossSetting } from './loss'
import { SoftmaxRow } from './softmax-row'

/**
 * Wrong on purpose: what happens when a model ends in softmax and its loss expects logits. l = −log softmax(p)[target]
 * with p = softmax(z). Since every p is between 0 and 1, the second softmax can hardly tell them apart: for ten classes
 * l never falls below log(e + 9) − 1 = 1.461150, and the gradient fades where z is far off.
 *
 * Gradient: with s = softmax(p) and u = s − onehot(target), it is p_j·(u_j − Σ u_c·p_c).
 */
export class SoftmaxTwice implements Loss {
  lossSum = 0
  correct = 0
  readonly countsCorrect = true
  readonly gradient: Float32Array
  readonly scale = Float64Array.of(1)
  private readonly outputs: number
  private readonly first: SoftmaxRow
  private readonly second: SoftmaxRow

  constructor({ capacity, outputs }: LossSetting) {
    this.outputs = outputs
    this.gradient = new Float32Array(capacity * outputs)
    this.first = new SoftmaxRow(outputs)
    this.second = new SoftmaxRow(outputs)
  }

  measure(logits: Float32Array, targets: Float32Array, count: number): void {
    const scale = this.scale[0] as number
    const { outputs, first, second, gradient } = this
    let lossSum = 0
    let correct = 0
    for (let n = 0; n < count; n++) {
      const row = n * outputs
      const target = targets[n] as number
      first.read(logits, row)
      second.read(first.p, 0)
      lossSum -= second.logP[target] as number
      if (first.best === target) correct++
      const pulls = second.p
      pulls[target] = -(second.rest[target] as number)
      let mean = 0
      for (let c = 0; c < outputs; c++) mean += (pulls[c] as number) * (first.p[c] as number)
      for (let j = 0; j < outputs; j++) {
        gradient[row + j] = flush((first.p[j] as number) * ((pulls[j] as number) - mean) * scale)
      }
    }
    this.lossSum = lossSum
    this.correct = correct
  }
}
