/** How sure a network is against how often it is right. Not here: the outputs, which output-view.ts reads. */
import { SoftmaxRow } from '../losses/softmax-row'
import { sigmoid } from '../numerics/sigmoid'
import type { LossKind } from '../spec/loss-spec'
import type { OutputView } from './output-view'
import { PositiveTally } from './positive-tally'
import type { Probe, ProbeReading } from './probe'
import { ReliabilityBins } from './reliability-bins'

/** The class an example is given, the probability that the network puts on it, and the one it puts on class 1. */
interface Answer {
  best: number
  confidence: number
  positive: number
}

/**
 * Whether the network is right as often as it says: the expected calibration error over the validation set,
 * Σ (examples in bin/examples)·|accuracy of the bin − its mean confidence|, the confidence being the probability of the
 * class chosen (reliability-bins.ts). It is read at the model's last layer; there is none where the loss gives no
 * probabilities (`mse`, `mae`, `huber`).
 *
 * Details: `examples`, `accuracy`, `confidence` of the whole set; `bin1.count` … `bin15.count`, and where a bin is not
 * empty its `bin1.accuracy`, `bin1.confidence`. Of two classes also `positives`, the share of class 1, `meanProbability`,
 * what the network gives it on average, and `recall` and `precision` of class 1, each where it is defined.
 */
export class Calibration implements Probe {
  readonly sees = 'validation-set'
  private readonly bins = new ReliabilityBins()
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
      this.positives?.add(best, label, positive)
      this.bins.add(confidence, best === label)
    }
    this.seen += count
  }

  readings(): ProbeReading[] {
    const { examples, accuracy, confidence } = this.bins
    if (examples === 0) return []
    const details: Record<string, number> = { examples, accuracy, confidence, ...this.positives?.details() }
    for (const [index, bin] of this.bins.bins().entries()) {
      const name = `bin${index + 1}`
      details[`${name}.count`] = bin.count
      if (bin.count === 0) continue
      details[`${name}.accuracy`] = bin.accuracy
      details[`${name}.confidence`] = bin.confidence
    }
    return [{ probe: 'calibration', layer: this.view.layer, value: this.bins.error(), details }]
  }
}

/** Losses whose network puts out logits: of classes, or one of two classes. */
const PROBABLE_LOSSES = ['softmax-cross-entropy', 'softmax-twice', 'bce-with-logits'] as const
export type ProbableLoss = (typeof PROBABLE_LOSSES)[number]

export function givesProbabilities(loss: LossKind): loss is ProbableLoss {
  return PROBABLE_LOSSES.some((kind) => kind === loss)
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
