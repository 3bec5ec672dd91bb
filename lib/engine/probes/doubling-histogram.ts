/** Bins on each side of zero. */
export const BINS_A_SIDE = 16

/** 2⁻¹²⁶, the smallest normal float32: the width before anything was counted. */
const NARROWEST = 1.1754943508222875e-38

/**
 * Counts numbers of unknown size in one pass: bins of equal width on both sides of zero, the narrowest power of two
 * that reaches every number. Where one lies outside, the width doubles and neighbours are joined, which is exact; so
 * the counts do not depend on the order of the numbers. Zeros are counted apart: they are a ReLU's, or a dead unit's.
 */
export class DoublingHistogram {
  /** Bin k is (k·width, (k + 1)·width]. */
  readonly above = new Float64Array(BINS_A_SIDE)
  /** Bin k is [−(k + 1)·width, −k·width). */
  readonly below = new Float64Array(BINS_A_SIDE)
  width = NARROWEST
  zeros = 0
  /** NaN and ±∞. */
  notFinite = 0

  add(value: number): void {
    if (value === 0) {
      this.zeros++
      return
    }
    const size = Math.abs(value)
    if (!(size < Number.POSITIVE_INFINITY)) {
      this.notFinite++
      return
    }
    while (size > BINS_A_SIDE * this.width) this.double()
    const bin = Math.ceil(size / this.width) - 1
    const side = value > 0 ? this.above : this.below
    side[bin] = (side[bin] as number) + 1
  }

  private double(): void {
    this.width *= 2
    for (const side of [this.above, this.below]) {
      for (let k = 0; k < BINS_A_SIDE; k++) side[k] = (side[2 * k] ?? 0) + (side[2 * k + 1] ?? 0)
    }
  }
}
