import { expect, test } from 'vitest'
import { checkSpec, type ExperimentSpec } from '@/lib/engine'
import { REPAIR_NAMES, type RepairName, repairs } from './repairs'

const healthy: ExperimentSpec = {
  version: 1,
  data: {
    kind: 'table',
    label: 'drawer',
    task: 'classes',
    standardise: 'per-feature',
    text: 'a,drawer\n1,0\n2,1\n',
    seed: 0,
    validation: 0.5,
  },
  model: [
    { layer: 'linear', units: 8, init: 'he-normal' },
    { layer: 'activation', name: 'relu' },
    { layer: 'linear', units: 2, init: 'glorot-normal' },
  ],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'sgd', learningRate: 0.05 },
  batch: 1,
  epochs: 20,
  seeds: [0],
}
const [first, bend, last] = healthy.model as [
  ExperimentSpec['model'][number],
  ExperimentSpec['model'][number],
  ExperimentSpec['model'][number],
]

const broken: [RepairName, ExperimentSpec][] = [
  [
    'zero-biases',
    { ...healthy, model: [{ layer: 'linear', units: 8, init: 'he-normal', initialBias: -4.6 }, bend, last] },
  ],
  [
    'he-weights',
    { ...healthy, model: [{ layer: 'linear', units: 8, init: { name: 'he-normal', gain: 4 } }, bend, last] },
  ],
  ['standardised-inputs', { ...healthy, data: { ...healthy.data, standardise: 'none' } as ExperimentSpec['data'] }],
  ['bare-logits', { ...healthy, model: [...healthy.model, { layer: 'softmax' }] }],
  ['bare-logits', { ...healthy, model: [...healthy.model, { layer: 'activation', name: 'sigmoid' }] }],
  ['bare-logits', { ...healthy, loss: { kind: 'softmax-twice' } }],
  ['one-slope', { ...healthy, interventions: [{ atStep: 1, layer: 1, activation: { name: 'gelu' } }] }],
]

test.each(broken)('%s mends what it is for', (name, spec) => {
  expect(repairs[name].apply(spec)).toEqual(healthy)
})

test('Glorot weights go into the hidden layers', () => {
  expect(repairs['glorot-weights'].apply(healthy).model).toEqual([{ ...first, init: 'glorot-normal' }, bend, last])
})

test.each(REPAIR_NAMES)('%s: twice is the same as once, and leaves a recipe that can be run', (name) => {
  const { apply } = repairs[name]
  for (const [, spec] of broken) {
    const once = apply(spec)
    expect(apply(once)).toEqual(once)
    expect(checkSpec(once)).toEqual([])
  }
})

test.each(REPAIR_NAMES.filter((name) => name !== 'glorot-weights'))(
  '%s changes nothing where nothing is broken, down to the order of the keys',
  (name) => {
    expect(JSON.stringify(repairs[name].apply(healthy))).toBe(JSON.stringify(healthy))
  },
)
