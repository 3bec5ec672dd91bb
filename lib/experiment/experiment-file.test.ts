import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ExperimentFileError, parseExperiment, parseExperimentFile } from './experiment-file'
import { experimentSchema } from './spec-schema'

/** ENGINE.md's example, letter for letter. */
const DYING = `
title: A learning rate that kills
spec:
  version: 1
  data: { kind: spiral, samples: 400, noise: 0.1, seed: 7, validation: 0.2 }
  model:
    - { layer: linear, units: 32, init: he-normal }
    - { layer: activation, name: relu }
    - { layer: linear, units: 2, init: glorot-normal }
  loss: { kind: softmax-cross-entropy }
  optimizer: { kind: sgd, learningRate: 2.0, momentum: 0.9 }
  schedule: { kind: constant }
  batch: 32
  epochs: 20
  seeds: [0, 1, 2]
  probes: [gradient-norm, dead-units]
  interventions: [{ atStep: 100, layer: 1, activation: { name: leaky-relu, alpha: 0.01 } }]
claims:
  - { id: dies, probe: dead-units, layer: 1, atStep: 99, atLeast: 0.5 }
`

/** The reference CNN. */
const IMAGES = `
version: 1
data: { kind: cifar10, train: 4000, validation: 1000, standardise: per-channel, augment: [] }
model:
  - { layer: conv2d, channels: 16, kernel: 3, stride: 1, padding: same }
  - { layer: activation, name: swish, beta: 1 }
  - { layer: max-pool2d, size: 2 }
  - { layer: flatten }
  - { layer: linear, units: 10 }
loss: { kind: softmax-cross-entropy }
optimizer: { kind: adam, learningRate: 0.001 }
batch: 32
epochs: 10
seeds: [0]
`

test('ENGINE.md’s example is read as it stands', () => {
  const file = parseExperimentFile(parse(DYING))
  expect(file.title).toBe('A learning rate that kills')
  expect(file.spec).toEqual(parse(DYING).spec)
  expect(file.claims).toEqual([{ id: 'dies', probe: 'dead-units', layer: 1, atStep: 99, atLeast: 0.5 }])
})

test('a bare spec is read too, and has no claims', () => {
  expect(parseExperiment(parse(IMAGES))).toEqual({ title: null, spec: parse(IMAGES), claims: [] })
  expect(parseExperiment(parse(DYING)).claims.length).toBe(1)
})

test('a spec survives JSON: the same value in YAML, worker message and saved run', () => {
  const spec = parseExperimentFile(parse(DYING)).spec
  expect(experimentSchema.parse(JSON.parse(JSON.stringify(spec)))).toEqual(spec)
})

/** What is replaced in the example, by what, and the line the reader gets. */
const FAULTS: [string, string, RegExp][] = [
  [
    'layer: linear, units: 32',
    'layer: dense, units: 32',
    /^spec\.model\.0\.layer: The kind of layer 0 is 'dense', which is not known; use one of linear/,
  ],
  [
    'units: 32',
    'units: 1000000000',
    /^spec\.model\.0\.units: Layer 0 \(linear\): units is 1000000000; use a whole number/,
  ],
  [
    'units: 32',
    'units: many',
    /^spec\.model\.0\.units: Layer 0 \(linear\): units is 'many'; use a whole number from 1 to 65,536\.$/,
  ],
  ['units: 32, ', '', /^spec\.model\.0\.units: Layer 0 \(linear\): units is missing; use a whole number/],
  [
    'name: relu',
    'name: rleu',
    /^spec\.model\.1\.name: Layer 1 \(activation\): the activation is 'rleu', which is not known; use one of linear, sigmoid/,
  ],
  [
    'kind: spiral',
    'kind: mnist',
    /^spec\.data\.kind: The kind of data is 'mnist', which is not known; use one of spiral/,
  ],
  [
    'learningRate: 2.0',
    'learningRate: -2',
    /^spec\.optimizer\.learningRate: The learning rate is -2; use a number above 0/,
  ],
  [
    'batch: 32',
    'batch: 32\n  bacth: 32',
    /^spec: The key 'bacth' is not known here; check the spelling or remove it\.$/,
  ],
  ['version: 1', 'version: 2', /^spec\.version: The version is 2; write version: 1, which this engine reads\.$/],
  ['title: A learning rate that kills', "title: ''", /^title: title is ''; write text of at least 1 character\.$/],
  [
    'probe: dead-units, layer: 1',
    'probe: dead, layer: 1',
    /^claims\.0\.probe: probe is 'dead'; use one of gradient-norm,/,
  ],
  ['atStep: 99', 'atStep: 9.5', /^claims\.0\.atStep: atStep is 9\.5; write a whole number\.$/],
  ['atStep: 99', 'atStep: -1', /^claims\.0\.atStep: atStep is -1; use a number of at least 0\.$/],
  ['atLeast: 0.5', 'atLeast: half', /^claims\.0\.atLeast: atLeast is 'half'; write a number\.$/],
  ['id: dies, ', '', /^claims\.0\.id: id is missing; write text\.$/],
  ['claims:\n  - {', 'claims:\n  {', /^claims: claims is an object; write a list\.$/],
  ['seeds: [0, 1, 2]', 'seeds: 0', /^spec\.seeds: seeds is 0; use a list of at most 1,000\.$/],
  ['title: A learning rate that kills', 'titel: x', /^title: title is missing; write text\.$/],
  ['claims:', 'repairs: all\nclaims:', /^repairs: repairs is 'all'; write true or false\.$/],
  ['units: 2,', 'units: 3,', /^spec\.model\.2: The model puts out 3 logits for 2 classes/],
  [
    'layer: linear, units: 32, init: he-normal',
    'layer: max-pool2d, size: 2',
    /^spec\.model\.0: Layer 0 \(max-pool2d\) needs images of \[height, width, channels\] but gets \[2\]/,
  ],
  [
    'atStep: 99',
    'atStep: 900',
    /^claims\.0: Claim 'dies' reads at step 900, but the run has 200 steps; name one of them\.$/,
  ],
  [
    'layer: 1, atStep: 99',
    'layer: 0, atStep: 99',
    /^claims\.0: Claim 'dies' reads dead-units at layer 0, which is linear; name an activation layer\.$/,
  ],
  [
    'probe: dead-units, layer: 1, atStep: 99',
    'probe: update-ratio, layer: 1, atStep: 99',
    /^claims\.0: Claim 'dies' reads the probe update-ratio; add it/,
  ],
  [
    'probe: dead-units, layer: 1, atStep: 99',
    'probe: gradient-norm, layer: 1, atStep: 99',
    /^claims\.0: Claim 'dies' reads gradient-norm at layer 1, which is activation; name a layer with weights\.$/,
  ],
  ['probes: [gradient-norm, dead-units]', 'probes: []', /^claims\.0: Claim 'dies' reads the probe dead-units; add it/],
  [
    'atStep: 99, atLeast: 0.5',
    'atStep: 99, comparedTo: { atStep: 900 }, atLeast: 0.5',
    /^claims\.0: Claim 'dies' reads at step 900, but the run has 200 steps/,
  ],
  [
    'atLeast: 0.5',
    'comparedTo: { experiment: Calm.yaml }, atLeast: 0.5',
    /^claims\.0\.comparedTo\.experiment: The experiment is named as its file is, without \.yaml\.$/,
  ],
  ['atLeast: 0.5', 'seeds: spread, atLeast: 0.5', /^claims\.0\.seeds: seeds is 'spread'; use one of every, median/],
  ['atLeast: 0.5', 'note: x', /^claims\.0: The key 'note' is not known here/],
  [', atLeast: 0.5', '', /^claims\.0: Claim 'dies' has no bound/],
  ['probe: dead-units, layer: 1', 'layer: 1', /^claims\.0: Claim 'dies' must name either a probe or a metric/],
  [
    'probe: dead-units, layer: 1',
    'probe: dead-units',
    /^claims\.0\.layer: Claim 'dies' reads the probe dead-units; say at which layer/,
  ],
]

test('what a claim reads of another experiment is not held against this one', () => {
  const compared = DYING.replace('atLeast: 0.5', 'comparedTo: { experiment: calm, atStep: 900 }, atLeast: 0.5')
  expect(parseExperimentFile(parse(compared)).claims[0]?.comparedTo).toEqual({ experiment: 'calm', atStep: 900 })
})

test('a deviation over seeds wants two of them', () => {
  const one = DYING.replace('seeds: [0, 1, 2]', 'seeds: [0]').replace('atLeast: 0.5', 'seeds: deviation, atMost: 0.5')
  expect(() => parseExperimentFile(parse(one))).toThrow(
    "claims.0: Claim 'dies' is about the deviation over seeds; name two seeds or more.",
  )
})

describe('a fault is named by key and sentence', () => {
  test.each(FAULTS)('%s → %s', (from, to, line) => {
    expect(DYING).toContain(from)
    const faulty = () => parseExperimentFile(parse(DYING.replace(from, to)))
    expect(faulty).toThrow(ExperimentFileError)
    let message = ''
    try {
      faulty()
    } catch (error) {
      message = error instanceof Error ? error.message : ''
    }
    expect(message.split('\n')[0]).toMatch(line)
  })
})

test.each([null, 7, 'text', [], {}])('%j is refused with an error, not a crash', (value) => {
  expect(() => parseExperimentFile(value)).toThrow(ExperimentFileError)
  expect(() => parseExperiment(value)).toThrow(ExperimentFileError)
})
