/** Rules for `loss`: its own settings, and its fit to the data's classes and the model's outputs. */

import { classCountOf } from '../example-shape'
import { isDifference, LOSS_KINDS, type LossSpec } from '../loss-spec'
import { type ProblemList, printed } from '../problem'
import type { ExperimentSpec } from '../spec'

export function checkLoss(loss: LossSpec, list: ProblemList): void {
  switch (loss.kind) {
    case 'softmax-cross-entropy': {
      const { labelSmoothing = 0, focalGamma = 0 } = loss
      list.within(['loss', 'labelSmoothing'], 'labelSmoothing', labelSmoothing, 0, 0.99)
      list.within(['loss', 'focalGamma'], 'focalGamma', focalGamma, 0, 10)
      if (loss.classWeights !== undefined) checkClassWeights(loss.classWeights, list)
      return
    }
    case 'bce-with-logits': {
      const { labelSmoothing = 0, positiveWeight = 1 } = loss
      list.within(['loss', 'labelSmoothing'], 'labelSmoothing', labelSmoothing, 0, 0.99)
      list.within(['loss', 'positiveWeight'], 'positiveWeight', positiveWeight, 0.001, 1000)
      return
    }
    case 'huber': {
      const { delta = 1 } = loss
      list.within(['loss', 'delta'], 'delta', delta, 0.001, 1000)
      return
    }
    case 'mse':
    case 'mae':
    case 'softmax-twice':
      return
    default:
      list.oneOf(['loss', 'kind'], 'The loss', (loss satisfies never as LossSpec).kind, LOSS_KINDS)
  }
}

function checkClassWeights(weights: readonly number[], list: ProblemList): void {
  const path = ['loss', 'classWeights']
  if (!list.list(path, 'classWeights', weights, 1000)) return
  for (const [i, weight] of weights.entries()) {
    if (!list.within([...path, i], `The weight of class ${i}`, weight, 0, 1000)) return
  }
  if (!weights.some((weight) => weight > 0)) {
    list.add(path, `classWeights is ${weights.length === 0 ? 'empty' : 'all 0'}; give one weight a class, e.g. 1.`)
  }
}

/** `shape` is what the model puts out for one example. */
export function checkOutputs({ data, loss, model }: ExperimentSpec, shape: number[], list: ProblemList): void {
  const path = ['model', model.length - 1]
  const [outputs] = shape
  if (shape.length !== 1 || outputs === undefined) {
    list.add(
      path,
      `The model puts out shape [${shape.join(', ')}], but a loss needs one row of numbers; end it with flatten and linear.`,
    )
    return
  }
  if (!LOSS_KINDS.includes(loss.kind)) return
  const classes = classCountOf(data)
  if (classes === null) {
    if (!isDifference(loss)) {
      list.add(['loss', 'kind'], `${loss.kind} needs classes, but the data is a regression; use mse, mae or huber.`)
    } else if (outputs !== 1) {
      list.add(path, `The model puts out ${outputs} numbers, but a regression has 1; end it with 1 unit.`)
    }
    return
  }
  if (isDifference(loss)) {
    if (outputs === classes || (outputs === 1 && classes === 2)) return
    const orOne = classes === 2 ? ' or 1' : ''
    list.add(
      path,
      `The model puts out ${outputs} numbers for ${classes} classes; end it with ${classes} units${orOne}.`,
    )
  } else if (loss.kind === 'bce-with-logits') {
    if (classes === 2 && outputs === 1) return
    list.add(
      ['loss', 'kind'],
      `bce-with-logits needs 2 classes and 1 output, here are ${classes} and ${outputs}; end the model with 1 unit or use softmax-cross-entropy.`,
    )
  } else checkLogits(loss, outputs, classes, path, list)
}

function checkLogits(
  loss: LossSpec,
  outputs: number,
  classes: number,
  path: (string | number)[],
  list: ProblemList,
): void {
  if (outputs !== classes) {
    list.add(path, `The model puts out ${outputs} logits for ${classes} classes; end it with ${classes} units.`)
  }
  if (loss.kind !== 'softmax-cross-entropy' || !Array.isArray(loss.classWeights)) return
  const { length } = loss.classWeights
  if (length !== classes) {
    list.add(
      ['loss', 'classWeights'],
      `classWeights has ${printed(length)} weights for ${classes} classes; give one weight a class.`,
    )
  }
}
