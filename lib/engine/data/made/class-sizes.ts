import { exp } from '../../numerics/exp'
import { log } from '../../numerics/log'

/**
 * Examples of each class, before rounding: class 0 is `ratio` times as large as the last one, and the sizes between fall
 * geometrically (the long tail of Cui et al. 2019, arXiv:1901.05555). With ratio 1 all are samples/classes.
 */
export function idealClassSizes(samples: number, classes: number, ratio: number): number[] {
  const weights = Array.from({ length: classes }, (_, k) => exp((-k / (classes - 1)) * log(ratio)))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => (samples * weight) / total)
}

/** Whole numbers that sum to `samples`: what rounding down leaves over goes to the largest remainders, the first of equals. */
export function classSizes(ideal: readonly number[], samples: number): number[] {
  const sizes = ideal.map(Math.floor)
  const left = samples - sizes.reduce((sum, size) => sum + size, 0)
  const byRemainder = ideal.map((size, k) => ({ k, remainder: size - Math.floor(size) }))
  byRemainder.sort((a, b) => b.remainder - a.remainder || a.k - b.k)
  for (const { k } of byRemainder.slice(0, left)) sizes[k] = (sizes[k] as number) + 1
  return sizes
}
