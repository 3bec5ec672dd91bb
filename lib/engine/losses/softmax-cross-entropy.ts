import { exp } from '../numerics/exp'
import { flush } from '../numerics/flush'
import { log } from '../numerics/log'
import { argmax, type Loss, type LossSetting } from './loss'

/**
 * −log softmax(z)[target] on logits z, the largest logit subtracted first so that no exponential overflows.
 * Gradient: softmax(z) − onehot(target).
 */
export class SoftmaxCrossEntropy implements Loss {
  lossSum = 0
  correct = 0
  readonly countsCorrect = true
  readonly gradient: Float32Array
  private readonly outputs: number
  private readonly exponentials: Float64Array

  constructor(setting: LossSetting) {
    this.outputs = setting.outputs
    this.gradient = new Float32Array(setting.capacity * setting.outputs)
    this.exponentials = new Float64Array(setting.outputs)
  }

  measure(logits: Float32Array, targets: Float32Array, count: number, scale: number): void {
    const { outputs, exponentials, gradient } = this
    let lossSum = 0
    let correct = 0
    for (let n = 0; n < count; n++) {
      const row = n * outputs
      const target = targets[n] as number
      const best = argmax(logits, row, outputs)
      const largest = logits[row + best] as number
      let sum = 0
      for (let j = 0; j < outputs; j++) {
        const e = exp((logits[row + j] as number) - largest)
        exponentials[j] = e
        sum += e
      }
      lossSum += log(sum) - ((logits[row + target] as number) - largest)
      if (best === target) correct++
      for (let j = 0; j < outputs; j++) {
        const p = (exponentials[j] as number) / sum
        gradient[row + j] = flush((p - (j === target ? 1 : 0)) * scale)
      }
    }
    this.lossSum = lossSum
    this.correct = correct
  }
}
