/** What a model says of labelled points of two classes, sorted once, so that any threshold is then a look-up. Pure. */

export interface ScoredPoints {
  count: number
  /** How many are of class 1, the one that is called. */
  positives: number
  /** z₁ − z₀, the logit of class 1, from the surest downwards. */
  logits: Float64Array
  /** In the same order. */
  labels: Uint8Array
  /** Of the first k points, how many are of class 1; count + 1 numbers. */
  caught: Uint32Array
}

/** Two outputs a point, [count, 2]. Null where one of them is no number: such a run has diverged. */
export function scorePoints(outputs: ArrayLike<number>, labels: ArrayLike<number>): ScoredPoints | null {
  const count = labels.length
  const all = Float64Array.from({ length: count }, (_, n) => (outputs[2 * n + 1] ?? 0) - (outputs[2 * n] ?? 0))
  if (outputs.length !== 2 * count || !all.every(Number.isFinite)) return null
  const logitOf = (n: number) => all[n] as number
  const order = Uint32Array.from(all, (_, n) => n).sort((a, b) => logitOf(b) - logitOf(a))
  const sorted = Uint8Array.from(order, (n) => labels[n] as number)
  const caught = new Uint32Array(count + 1)
  for (let k = 0; k < count; k++) caught[k + 1] = (caught[k] as number) + (sorted[k] as number)
  return {
    count,
    positives: caught[count] as number,
    logits: Float64Array.from(order, logitOf),
    labels: sorted,
    caught,
  }
}

/** How many points have σ(z/T) above the threshold. It is asked of the logits, z > T·ln(t/(1 − t)), which do not round to 1. */
export function calledAbove({ logits }: Pick<ScoredPoints, 'logits'>, threshold: number, temperature: number): number {
  const edge = temperature * Math.log(threshold / (1 - threshold))
  let low = 0
  let high = logits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((logits[middle] as number) > edge) low = middle + 1
    else high = middle
  }
  return low
}

/** The probability of class 1. */
export function probabilityOf(logit: number, temperature: number): number {
  return 1 / (1 + Math.exp(-logit / temperature))
}
