import { exp } from '../numerics/exp'
import { log1p } from '../numerics/log'
import { argmax } from './loss'

/**
 * softmax(z) of one row at a time: p[j] = e^(z[j] − largest) / sum. The largest exponent is 0, so nothing overflows, and
 * its term, 1, is left out of `others`, so that 1 − p and log p keep their accuracy where p is nearly 1.
 */
export class SoftmaxRow {
  readonly p: Float64Array
  /** 1 − p. */
  readonly rest: Float64Array
  readonly logP: Float64Array
  /** Index of the largest logit; the first of equal ones. */
  best = 0

  constructor(private readonly size: number) {
    this.p = new Float64Array(size)
    this.rest = new Float64Array(size)
    this.logP = new Float64Array(size)
  }

  read(z: ArrayLike<number>, start: number): void {
    const { size, p, rest, logP } = this
    const best = argmax(z, start, size)
    const largest = z[start + best] as number
    let others = 0
    for (let j = 0; j < size; j++) {
      const below = (z[start + j] as number) - largest
      const e = exp(below)
      logP[j] = below
      p[j] = e
      if (j !== best) others += e
    }
    const sum = 1 + others
    const logSum = log1p(others)
    for (let j = 0; j < size; j++) {
      const pj = (p[j] as number) / sum
      p[j] = pj
      rest[j] = j === best ? others / sum : 1 - pj
      logP[j] = (logP[j] as number) - logSum
    }
    this.best = best
  }
}
