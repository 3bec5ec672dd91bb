/** What choices are called, wherever there are such. */
import type { LabSettings } from './use-lab-settings'

type PlaygroundSettings = LabSettings<'playground'>

type Labels<Key extends keyof PlaygroundSettings> = Record<PlaygroundSettings[Key] & string, string>

export const DATA_LABELS: Labels<'data'> = {
  spiral: 'Spiral',
  moons: 'Two moons',
  circles: 'Circles',
  xor: 'Four squares (xor)',
  gaussians: 'Round clouds',
  own: 'Own points',
  csv: 'A CSV file',
}

export const LOSS_LABELS: Labels<'loss'> = {
  'softmax-cross-entropy': 'Cross-entropy',
  'bce-with-logits': 'Binary cross-entropy',
  mse: 'Squared error',
  mae: 'Absolute error',
  huber: 'Huber',
  'softmax-twice': 'Softmax twice (a mistake)',
}

export const OPTIMIZER_LABELS: Labels<'opt'> = { sgd: 'SGD', rmsprop: 'RMSProp', adam: 'Adam', adamw: 'AdamW' }

export const PLAN_LABELS: Labels<'plan'> = {
  constant: 'Constant',
  cosine: 'Cosine, down to 0',
  step: 'A tenth after each third',
}

export const NORM_LABELS: Labels<'norm'> = { none: 'None', batch: 'Batch norm', layer: 'Layer norm' }

export const INIT_LABELS: Labels<'init'> = {
  fitting: 'As fits the activation',
  'lecun-normal': 'LeCun, normal',
  'lecun-uniform': 'LeCun, uniform',
  'glorot-normal': 'Glorot, normal',
  'glorot-uniform': 'Glorot, uniform',
  'he-normal': 'He, normal',
  'he-uniform': 'He, uniform',
  orthogonal: 'Orthogonal',
  zeros: 'All zero',
}

/** For a list box, in the order given. */
export function optionsOf<Value extends string>(labels: Record<Value, string>): { value: Value; label: string }[] {
  return Object.entries(labels).map(([value, label]) => ({ value: value as Value, label: label as string }))
}
