/** Guo et al. use 15. */
const CALIBRATION_BINS = 15

/** One bin: m of 15 is ((m − 1)/15, m/15]. */
export interface ReliabilityBin {
  from: number
  to: number
  count: number
  /** How many of its examples came true; both are NaN in an empty bin. */
  accuracy: number
  confidence: number
}

/**
 * Examples sorted by a probability that was given, with how often what was given came true: bins of equal width, and the
 * expected calibration error Σ (examples in bin/examples)·|share that came true − mean probability| (Guo et al. 2017,
 * arXiv:1706.04599, equations 2 and 3). Whose probability it is, that of the class chosen or that of one class, is the
 * caller's to say.
 */
export class ReliabilityBins {
  private readonly counts = new Float64Array(CALIBRATION_BINS)
  private readonly correct = new Float64Array(CALIBRATION_BINS)
  private readonly confidences = new Float64Array(CALIBRATION_BINS)

  add(confidence: number, isRight: boolean): void {
    const bin = binOf(confidence)
    add(this.counts, bin, 1)
    add(this.confidences, bin, confidence)
    if (isRight) add(this.correct, bin, 1)
  }

  get examples(): number {
    return sum(this.counts)
  }

  /** Over all examples; NaN where there is none. */
  get accuracy(): number {
    return sum(this.correct) / this.examples
  }

  get confidence(): number {
    return sum(this.confidences) / this.examples
  }

  error(): number {
    const { examples } = this
    return this.bins().reduce(
      (error, { count, accuracy, confidence }) =>
        count === 0 ? error : error + (count / examples) * Math.abs(accuracy - confidence),
      0,
    )
  }

  bins(): ReliabilityBin[] {
    return Array.from(this.counts, (count, m) => ({
      from: m / CALIBRATION_BINS,
      to: (m + 1) / CALIBRATION_BINS,
      count,
      accuracy: (this.correct[m] as number) / count,
      confidence: (this.confidences[m] as number) / count,
    }))
  }
}

/** m − 1 for (m − 1)/15 < confidence ≤ m/15; a confidence of 0 is in the first bin. */
function binOf(confidence: number): number {
  return Math.max(0, Math.ceil(confidence * CALIBRATION_BINS) - 1)
}

function add(bins: Float64Array, bin: number, amount: number): void {
  bins[bin] = (bins[bin] as number) + amount
}

function sum(bins: Float64Array): number {
  return bins.reduce((total, value) => total + value, 0)
}
