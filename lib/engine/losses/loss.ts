/** A loss measures a chunk of examples and gives the gradient of the batch's mean loss in the same pass. */
export interface Loss {
  /** Sum over the examples of the last `measure`. */
  lossSum: number
  /** Right answers among them; stays 0 where accuracy has no meaning (`countsCorrect` false). */
  correct: number
  readonly countsCorrect: boolean
  /** dLoss/dOutput · scale of the last `measure`, [count, outputs]. */
  readonly gradient: Float32Array
  /** `targets` holds one number an example: a class index, or the value to be regressed on. */
  measure(outputs: Float32Array, targets: Float32Array, count: number, scale: number): void
}

/** What a loss is told when it is made. */
export interface LossSetting {
  capacity: number
  outputs: number
  /** Number of classes; null for regression. */
  classes: number | null
}

/** Index of the largest of `count` numbers from `start`; the first of equal ones. */
export function argmax(values: Float32Array, start: number, count: number): number {
  let best = 0
  for (let i = 1; i < count; i++) {
    if ((values[start + i] as number) > (values[start + best] as number)) best = i
  }
  return best
}
