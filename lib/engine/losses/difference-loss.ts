import { flush } from '../numerics/flush'
import { argmax, type Loss, type LossSetting } from './loss'

/**
 * Mean over the outputs of a penalty on y − t; mse.ts, mae.ts and huber.ts are the penalties. Regression: t is the
 * target. Classes with one output: t is −1 for class 0 and +1 for class 1, and the sign decides. Classes with more
 * outputs: t is one-hot, and the largest output decides.
 */
export abstract class DifferenceLoss implements Loss {
  lossSum = 0
  correct = 0
  readonly countsCorrect: boolean
  readonly gradient: Float32Array
  readonly scale = Float64Array.of(1)
  private readonly outputs: number

  constructor({ capacity, outputs, classes }: LossSetting) {
    this.outputs = outputs
    this.countsCorrect = classes !== null
    this.gradient = new Float32Array(capacity * outputs)
  }

  protected abstract penalty(difference: number): number
  protected abstract slope(difference: number): number

  measure(y: Float32Array, targets: Float32Array, count: number): void {
    const scale = this.scale[0] as number
    const { outputs, gradient, countsCorrect } = this
    const share = scale / outputs
    let lossSum = 0
    let correct = 0
    for (let n = 0; n < count; n++) {
      const row = n * outputs
      const target = targets[n] as number
      let penalties = 0
      for (let j = 0; j < outputs; j++) {
        const t = countsCorrect ? (outputs === 1 ? 2 * target - 1 : j === target ? 1 : 0) : target
        const difference = (y[row + j] as number) - t
        penalties += this.penalty(difference)
        gradient[row + j] = flush(this.slope(difference) * share)
      }
      lossSum += penalties / outputs
      if (!countsCorrect) continue
      const chosen = outputs > 1 ? argmax(y, row, outputs) : (y[row] as number) > 0 ? 1 : 0
      if (chosen === target) correct++
    }
    this.lossSum = lossSum
    this.correct = correct
  }
}
