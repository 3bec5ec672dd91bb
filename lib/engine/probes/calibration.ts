/** How sure a network is against how often it is right. Not here: the outputs, which output-view.ts reads. */
import { SoftmaxRow } from '../losses/softmax-row'
import { sigmoid } from '../numerics/sigmoid'
import type { LossKind } from '../spec/loss-spec'
import type { OutputView } from './output-view'
import { PositiveTally } from './positive-tally'
import type { Probe, ProbeReading } from './probe'

/** Guo et al. use 15. */
export const CALIBRATION_BINS = 15

/** The class an example is given, the probability that the network puts on it, and the one it puts on class 1. */
interface Answer {
  best: number
  confidence: number
  positive: number
}

/**
 * Whether the network is right as often as it says: the expected calibration error over the validation set,
 * Σ (examples in bin/examples)·|accuracy of the bin − its mean confidence|, the confidence being the probability of the
 * class chosen. Bin m of 15 is ((m − 1)/15, m/15] (Guo et al. 2017, arXiv:1706.04599, equations 2 and 3). It is read at
 * the model's last layer; there is none where the loss gives no probabilities (`mse`, `mae`, `huber`).
 *
 * Details: `examples`, `accuracy`, `confidence` of the whole set; `bin1.count` … `bin15.count`, and where a bin is not
 * empty its `bin1.accuracy`, `bin1.confidence`. Of two classes also `positives`, the share of class 1, `meanProbability`,
 * what the network gives it on average, and `recall` and `precision` of class 1, each where it is defined.
 */
export class Calibration implements Probe {
  readonly sees = 'validation-set'
  private readonly counts = new Float64Array(CALIBRATION_BINS)
  private readonly correct = new Float64Array(CALIBRATION_BINS)
  private readonly confidences = new Float64Array(CALIBRATION_BINS)
  private readonly answerOf: (row: number) => Answer
  private readonly positives: PositiveTally | null
  private seen = 0

  constructor(
    private readonly view: OutputView,
    loss: ProbableLoss,
  ) {
    this.answerOf = loss === 'bce-with-logits' ? sigmoidAnswers(view) : softmaxAnswers(view)
    this.positives = view.outputs <= 2 ? new PositiveTally() : null
  }

  observe(count: number): void {
    this.view.read(count)
    for (let row = 0; row < count; row++) {
      const { best, confidence, positive } = this.answerOf(row)
      // A network that puts out NaN or ∞ has no confidence; its run ends as diverged.
      if (Number.isNaN(confidence)) continue
      const label = this.view.labels[this.seen + row] as number
      const bin = binOf(confidence)
      this.positives?.add(best, label, positive)
      add(this.counts, bin, 1)
      add(this.confidences, bin, confidence)
      if (best === label) add(this.correct, bin, 1)
    }
    this.seen += count
  }

  readings(): ProbeReading[] {
    const { counts, correct, confidences } = this
    const examples = sum(counts)
    if (examples === 0) return []
    const details: Record<string, number> = {
      examples,
      accuracy: sum(correct) / examples,
      confidence: sum(confidences) / examples,
      ...this.positives?.details(),
    }
    let error = 0
    for (let m = 0; m < CALIBRATION_BINS; m++) {
      const count = counts[m] as number
      details[`bin${m + 1}.count`] = count
      if (count === 0) continue
      const accuracy = (correct[m] as number) / count
      const confidence = (confidences[m] as number) / count
      details[`bin${m + 1}.accuracy`] = accuracy
      details[`bin${m + 1}.confidence`] = confidence
      error += (count / examples) * Math.abs(accuracy - confidence)
    }
    return [{ probe: 'calibration', layer: this.view.layer, value: error, details }]
  }
}

/** Losses whose network puts out logits: of classes, or one of two classes. */
const PROBABLE_LOSSES = ['softmax-cross-entropy', 'softmax-twice', 'bce-with-logits'] as const
export type ProbableLoss = (typeof PROBABLE_LOSSES)[number]

export function givesProbabilities(loss: LossKind): loss is ProbableLoss {
  return PROBABLE_LOSSES.some((kind) => kind === loss)
}

/** m − 1 for (m − 1)/15 < confidence ≤ m/15; a confidence of 0 is in the first bin. */
function binOf(confidence: number): number {
  return Math.max(0, Math.ceil(confidence * CALIBRATION_BINS) - 1)
}

function softmaxAnswers({ outputs, rows }: OutputView): (row: number) => Answer {
  const softmax = new SoftmaxRow(outputs)
  return (row) => {
    softmax.read(rows, row * outputs)
    return { best: softmax.best, confidence: softmax.p[softmax.best] as number, positive: softmax.p[1] ?? 0 }
  }
}

/** One logit z: class 1 where z > 0, with probability σ(z). */
function sigmoidAnswers({ rows }: OutputView): (row: number) => Answer {
  return (row) => {
    const z = rows[row] as number
    const positive = sigmoid(z)
    return z > 0 ? { best: 1, confidence: positive, positive } : { best: 0, confidence: sigmoid(-z), positive }
  }
}

function add(bins: Float64Array, bin: number, amount: number): void {
  bins[bin] = (bins[bin] as number) + amount
}

function sum(bins: Float64Array): number {
  return bins.reduce((total, value) => total + value, 0)
}
