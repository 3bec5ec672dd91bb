/**
 * A loss measures a chunk of examples and gives the gradient of the batch's mean loss in the same pass.
 *
 * The mean of a set is Σ wᵢ·lᵢ / examples, where wᵢ is the weight of the example's class (1 unless the spec says
 * otherwise). This is Keras's class_weight; PyTorch divides by Σ wᵢ instead. Ours lets `scale` be 1/examples, so that
 * no chunk needs another's targets and a set has the same mean however it is cut; and the expected gradient of a random
 * batch is the gradient of the whole set. The two agree where the weights average to 1 over the examples.
 */
export interface Loss {
  /** Σ wᵢ·lᵢ over the examples of the last `measure`. */
  lossSum: number
  /** Right answers among them, not weighted; stays 0 where accuracy has no meaning (`countsCorrect` false). */
  correct: number
  readonly countsCorrect: boolean
  /** d(Σ wᵢ·lᵢ)/dOutputs · scale of the last `measure`, [count, outputs]. */
  readonly gradient: Float32Array
  /** One number, 1 unless it is set. In an array: as an argument it would cost an object a chunk (numerics/exp.ts). */
  readonly scale: Float64Array
  /** `outputs` is [count, outputs]; `targets` holds one number an example: a class index, or the value to be met. */
  measure(outputs: Float32Array, targets: Float32Array, count: number): void
}

/** What a loss is told when it is made. */
export interface LossSetting {
  /** Examples a call at most. */
  capacity: number
  outputs: number
  /** Number of classes; null for regression. */
  classes: number | null
}

/** Index of the largest of `count` numbers from `start`; the first of equal ones. */
export function argmax(values: ArrayLike<number>, start: number, count: number): number {
  let best = 0
  for (let i = 1; i < count; i++) {
    if ((values[start + i] as number) > (values[start + best] as number)) best = i
  }
  return best
}
