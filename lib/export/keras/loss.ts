/** The loss as what `model.compile(loss=…)` takes: one of Keras's own where it is ours, else a function of ours. */
import type { ExperimentSpec, LossSpec } from '@/lib/engine'
import { float, indent, keywords } from '@/lib/export/python/text'

export interface KerasLoss {
  /** A function at the top level, or none. */
  definition: string[]
  expression: string
  /** Makes of `labels` what the loss compares with; null: the labels as they are. */
  targets: string | null
}

export function kerasLoss({ loss }: ExperimentSpec, outputs: number, classes: number | null): KerasLoss {
  switch (loss.kind) {
    case 'softmax-cross-entropy':
      return crossEntropy(loss, outputs)
    case 'bce-with-logits':
      return binary(loss)
    case 'mse':
      return difference('keras.losses.MeanSquaredError()', outputs, classes)
    case 'mae':
      return difference('keras.losses.MeanAbsoluteError()', outputs, classes)
    case 'huber':
      return difference(`keras.losses.Huber(delta=${float(loss.delta ?? 1)})`, outputs, classes)
    case 'softmax-twice':
      return {
        definition: [
          'def loss_function(labels, logits):',
          ...indent([
            '# Wrong on purpose: the loss expects logits and takes the softmax once more.',
            'probabilities = ops.softmax(logits)',
            'return keras.losses.sparse_categorical_crossentropy(labels, probabilities, from_logits=True)',
          ]),
        ],
        expression: 'loss_function',
        targets: null,
      }
    default:
      return loss satisfies never
  }
}

function crossEntropy(loss: Extract<LossSpec, { kind: 'softmax-cross-entropy' }>, classes: number): KerasLoss {
  const { classWeights, labelSmoothing = 0, focalGamma = 0 } = loss
  if (classWeights === undefined && labelSmoothing === 0 && focalGamma === 0) {
    return { definition: [], expression: 'keras.losses.SparseCategoricalCrossentropy(from_logits=True)', targets: null }
  }
  const targets = `ops.one_hot(labels, ${classes})`
  if (classWeights === undefined) {
    const options = keywords({
      gamma: focalGamma === 0 ? undefined : float(focalGamma),
      alpha: focalGamma === 0 ? undefined : '1.0',
      from_logits: 'True',
      label_smoothing: labelSmoothing === 0 ? undefined : float(labelSmoothing),
    })
    const name = focalGamma === 0 ? 'CategoricalCrossentropy' : 'CategoricalFocalCrossentropy'
    return { definition: [], expression: `keras.losses.${name}(${options})`, targets }
  }
  const smooth =
    labelSmoothing === 0
      ? []
      : [`targets = targets * (1 - ${float(labelSmoothing)}) + ${float(labelSmoothing)} / ${classes}`]
  const focus = focalGamma === 0 ? '' : ` * (1 - ops.exp(log_p)) ** ${float(focalGamma)}`
  return {
    definition: [
      'def loss_function(targets, logits):',
      ...indent([
        `weights = ops.convert_to_tensor([${classWeights.map(float).join(', ')}])`,
        ...smooth,
        'log_p = ops.log_softmax(logits)',
        `return -ops.sum(weights * targets${focus} * log_p, axis=-1)`,
      ]),
    ],
    expression: 'loss_function',
    targets,
  }
}

function binary({ positiveWeight = 1, labelSmoothing = 0 }: Extract<LossSpec, { kind: 'bce-with-logits' }>): KerasLoss {
  const targets = 'ops.expand_dims(ops.cast(labels, "float32"), -1)'
  if (positiveWeight === 1) {
    const options = keywords({
      from_logits: 'True',
      label_smoothing: labelSmoothing === 0 ? undefined : float(labelSmoothing),
    })
    return { definition: [], expression: `keras.losses.BinaryCrossentropy(${options})`, targets }
  }
  const smooth =
    labelSmoothing === 0 ? [] : [`targets = targets * (1 - ${float(labelSmoothing)}) + ${float(labelSmoothing)} / 2`]
  return {
    definition: [
      'def loss_function(targets, logits):',
      ...indent([
        ...smooth,
        `towards_one = ${float(positiveWeight)} * targets * ops.softplus(-logits)`,
        'return ops.mean(towards_one + (1 - targets) * ops.softplus(logits), axis=-1)',
      ]),
    ],
    expression: 'loss_function',
    targets,
  }
}

/** Classes as numbers: −1 and +1 for one output, one-hot for more. */
function difference(expression: string, outputs: number, classes: number | null): KerasLoss {
  if (classes !== null && outputs > 1) return { definition: [], expression, targets: `ops.one_hot(labels, ${outputs})` }
  const column = 'ops.expand_dims(ops.cast(labels, "float32"), -1)'
  return { definition: [], expression, targets: classes === null ? column : `2.0 * ${column} - 1.0` }
}
