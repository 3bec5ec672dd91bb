/** The loss as a Python function of the model's outputs and the labels: the mean over the batch, as ours. */
import type { ExperimentSpec, LossSpec } from '@/lib/engine'
import { float, indent, keywords } from '@/lib/export/python/text'

export function lossFunction({ loss }: ExperimentSpec, outputs: number, classes: number | null): string[] {
  const name = takesLogits(loss) ? 'logits' : 'outputs'
  return [`def loss_function(${name}, labels):`, ...indent(bodyOf(loss, outputs, classes))]
}

export function takesLogits({ kind }: LossSpec): boolean {
  return kind === 'softmax-cross-entropy' || kind === 'bce-with-logits' || kind === 'softmax-twice'
}

function bodyOf(loss: LossSpec, outputs: number, classes: number | null): string[] {
  switch (loss.kind) {
    case 'softmax-cross-entropy':
      return crossEntropy(loss, outputs)
    case 'bce-with-logits': {
      const { labelSmoothing: smooth = 0, positiveWeight = 1 } = loss
      const targets = smooth === 0 ? 'labels.float()' : `labels * (1 - ${float(smooth)}) + ${float(smooth)} / 2`
      const options = positiveWeight === 1 ? '' : `, pos_weight=torch.tensor(${float(positiveWeight)})`
      return [`targets = ${targets}`, `return F.binary_cross_entropy_with_logits(logits.squeeze(1), targets${options})`]
    }
    case 'mse':
      return difference('F.mse_loss', '', outputs, classes)
    case 'mae':
      return difference('F.l1_loss', '', outputs, classes)
    case 'huber':
      return difference('F.huber_loss', `, delta=${float(loss.delta ?? 1)}`, outputs, classes)
    case 'softmax-twice':
      return [
        '# Wrong on purpose: cross_entropy expects logits and takes the softmax once more.',
        'return F.cross_entropy(torch.softmax(logits, dim=1), labels)',
      ]
    default:
      return loss satisfies never
  }
}

function crossEntropy(loss: Extract<LossSpec, { kind: 'softmax-cross-entropy' }>, classes: number): string[] {
  const { classWeights, labelSmoothing: smooth = 0, focalGamma: gamma = 0 } = loss
  const weights = classWeights === undefined ? undefined : `torch.tensor([${classWeights.map(float).join(', ')}])`
  const smoothing = smooth === 0 ? undefined : float(smooth)
  if (gamma > 0) {
    const oneHot = `F.one_hot(labels, ${classes})`
    return [
      '# Focal loss: Lin et al. 2017, arXiv:1708.02002.',
      'log_p = F.log_softmax(logits, dim=1)',
      `targets = ${smoothing === undefined ? oneHot : `${oneHot} * (1 - ${smoothing}) + ${smoothing} / ${classes}`}`,
      ...(weights === undefined ? [] : [`weights = ${weights}`]),
      `losses = -${weights === undefined ? '' : 'weights * '}targets * (1 - log_p.exp()) ** ${float(gamma)} * log_p`,
      'return losses.sum(dim=1).mean()',
    ]
  }
  const options = keywords({ weight: weights, label_smoothing: smoothing })
  const given = options === '' ? 'logits, labels' : `logits, labels, ${options}`
  if (weights === undefined) return [`return F.cross_entropy(${given})`]
  return [
    "# Divided by the number of examples; PyTorch's own mean divides by the sum of their weights.",
    `return F.cross_entropy(${given}, reduction="sum") / len(labels)`,
  ]
}

/** Classes as numbers: −1 and +1 for one output, one-hot for more. */
function difference(name: string, options: string, outputs: number, classes: number | null): string[] {
  if (classes === null) return [`return ${name}(outputs.squeeze(1), labels${options})`]
  if (outputs > 1) return [`return ${name}(outputs, F.one_hot(labels, ${outputs}).float()${options})`]
  return [
    'targets = 2.0 * labels - 1.0  # class 0 is -1, class 1 is +1',
    `return ${name}(outputs.squeeze(1), targets${options})`,
  ]
}
