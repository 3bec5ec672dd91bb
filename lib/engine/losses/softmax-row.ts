import { expEach } from '../numerics/exp'
import { log1pEach } from '../numerics/log'
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
  private readonly logSums = new Float64Array(1)
  /** Index of the largest logit; the first of equal ones. */
  best = 0

  constructor(private readonly size: number) {
    this.p = new Float64Array(size)
    this.rest = new Float64Array(size)
    this.logP = new Float64Array(size)
  }

  read(z: ArrayLike<number>, start: number): void {
    const { size, p, rest, logP, logSums } = this
    const best = argmax(z, start, size)
    const largest = z[start + best] as number
    for (let j = 0; j < size; j++) logP[j] = p[j] = (z[start + j] as number) - largest
    expEach(p, size)
    let others = 0
    for (let j = 0; j < size; j++) if (j !== best) others += p[j] as number
    const sum = 1 + others
    logSums[0] = others
    log1pEach(logSums, 1)
    const logSum = logSums[0] as number
    for (let j = 0; j < size; j++) {
      const pj = (p[j] as number) / sum
      p[j] = pj
      rest[j] = j === best ? others / sum : 1 - pj
      logP[j] = (logP[j] as number) - logSum
    }
    this.best = best
  }
}
