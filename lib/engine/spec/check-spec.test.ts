import { describe, expect, test } from 'vitest'
import { buildDataset } from '../data/build-dataset'
import { createTrainer } from '../training/create-trainer'
import { checkSpec, DEFAULT_LIMITS } from './check-spec'
import { costOf } from './cost'
import { describeShapes } from './example-shape'
import type { ExperimentSpec, LayerSpec } from './spec'
import { block, IMAGES, PLANAR, planar, withData, withImages, withLayer } from './testing/specs'

test('the specs of ENGINE.md have no problem', () => {
  expect(checkSpec(PLANAR)).toEqual([])
  expect(checkSpec(IMAGES)).toEqual([])
})

/** Title, spec, path of the problem, and what the sentence must say. */
const FAULTS: [string, ExperimentSpec, string, RegExp][] = [
  [
    'a width of 10⁹',
    withLayer(0, { units: 1e9 }),
    'model.0.units',
    /Layer 0 \(linear\): units is 1000000000; use a whole number from 1 to 65,536/,
  ],
  ['half a unit', withLayer(0, { units: 2.5 }), 'model.0.units', /units is 2.5/],
  [
    'a negative learning rate',
    planar({ optimizer: { kind: 'sgd', learningRate: -0.1 } }),
    'optimizer.learningRate',
    /learning rate is -0.1; use a number above 0/,
  ],
  [
    'a learning rate that is no number',
    planar({ optimizer: { kind: 'adam', learningRate: Number.NaN } }),
    'optimizer.learningRate',
    /NaN/,
  ],
  [
    'an unknown activation',
    withLayer(1, { name: 'rleu' }),
    'model.1.name',
    /'rleu', which is not known; use one of linear, sigmoid/,
  ],
  ['a parameter the activation lacks', withLayer(1, { beta: 2 }), 'model.1.beta', /relu has no beta; leave it out/],
  [
    'a parameter out of range',
    withLayer(1, { name: 'leaky-relu', alpha: 7 }),
    'model.1.alpha',
    /alpha is 7; use a number from 0 to 1/,
  ],
  ['an unknown init', withLayer(0, { init: 'xavier' }), 'model.0.init', /'xavier'/],
  ['an unknown kind of layer', withLayer(1, { layer: 'dense' }), 'model.1.layer', /'dense', which is not known/],
  ['an unknown kind of data', withData({ kind: 'mnist' }), 'data.kind', /'mnist'/],
  ['no data', withData({ samples: 0 }), 'data.samples', /samples is 0/],
  ['no validation data', withData({ validation: 0 }), 'data.validation', /validation is 0; use a part between 0 and 1/],
  [
    'a validation part that rounds to nothing',
    withData({ samples: 40, validation: 0.001 }),
    'data.validation',
    /No example is left/,
  ],
  ['a batch larger than the data', planar({ batch: 321 }), 'batch', /batch is 321 but only 320/],
  ['three moons', withData({ kind: 'moons', classes: 3 }), 'data.classes', /moons has 2 classes, not 3/],
  ['no seed', planar({ seeds: [] }), 'seeds', /at least one/],
  ['a seed twice', planar({ seeds: [3, 3] }), 'seeds.1', /Seed 3 is there twice/],
  ['no layer', planar({ model: [] }), 'model', /no layer/],
  ['nothing to learn', planar({ model: [{ layer: 'activation', name: 'relu' }] }), 'model', /no layer with weights/],
  ['too few outputs', withLayer(2, { units: 3 }), 'model.2', /3 logits for 2 classes; end it with 2 units/],
  [
    'a regression with cross-entropy',
    planar({ data: { kind: 'function', name: 'sine', samples: 100, noise: 0, seed: 1, validation: 0.2 } }),
    'loss.kind',
    /use mse/,
  ],
  [
    'binary cross-entropy with two outputs',
    planar({ loss: { kind: 'bce-with-logits' } }),
    'loss.kind',
    /needs 2 classes and 1 output/,
  ],
  [
    'a linear layer on images',
    withImages({ layer: 'linear', units: 10 }),
    'model.0',
    /Layer 0 \(linear\) gets images of shape \[32, 32, 3\]; put a flatten/,
  ],
  [
    'a convolution behind flatten',
    withImages({ layer: 'flatten' }, ...block(4)),
    'model.1',
    /Layer 1 \(conv2d\) needs images .* but gets \[3072\]/,
  ],
  [
    'a kernel larger than the image',
    withImages({ layer: 'max-pool2d', size: 16 }, { layer: 'conv2d', channels: 4, kernel: 3, padding: 'valid' }),
    'model.1',
    /kernel of 3 on an image of \[2, 2, 3\]/,
  ],
  [
    'pooling away more than there is',
    withImages(...block(4), ...block(4), ...block(4), ...block(4), ...block(4), ...block(4)),
    'model.17',
    /windows of 2 on an image of \[1, 1, 4\]/,
  ],
  ['images that end in an image', withImages(...block(10)), 'model.2', /end it with flatten and linear/],
  [
    'a swap at a layer that is no activation',
    planar({ interventions: [{ atStep: 1, layer: 0, activation: { name: 'tanh' } }] }),
    'interventions.0.layer',
    /layer 0 is linear/,
  ],
  [
    'a swap at a layer that is not there',
    planar({ interventions: [{ atStep: 1, layer: 9, activation: { name: 'tanh' } }] }),
    'interventions.0.layer',
    /the model has 3 layers/,
  ],
  [
    'a swap after the end',
    planar({ interventions: [{ atStep: 200, layer: 1, activation: { name: 'tanh' } }] }),
    'interventions.0.atStep',
    /the run has 200 steps/,
  ],
  ['an unknown probe', planar({ probes: ['magic' as 'dead-units'] }), 'probes.0', /'magic'/],
  [
    'nesterov without momentum',
    planar({ optimizer: { kind: 'sgd', learningRate: 1, nesterov: true } }),
    'optimizer.nesterov',
    /needs a momentum/,
  ],
  [
    'a schedule that never steps',
    planar({ schedule: { kind: 'step', everySteps: 0, factor: 0.5 } }),
    'schedule.everySteps',
    /everySteps is 0/,
  ],
  [
    'too many parameters',
    withImages({ layer: 'flatten' }, { layer: 'linear', units: 10_000 }, { layer: 'linear', units: 10 }),
    'model',
    /30,830,010 parameters, more than the 10,000,000/,
  ],
  ['too much work', { ...IMAGES, epochs: 10_000 }, 'epochs', /multiply-adds, more than/],
  ['a version from the future', planar({ version: 2 as 1 }), 'version', /version is 2/],
]

describe('each fault is found at its key, with a sentence that says what to do', () => {
  test.each(FAULTS)('%s', (_title, spec, path, message) => {
    const problems = checkSpec(spec)
    const found = problems.find((problem) => problem.path.join('.') === path)
    expect(found, JSON.stringify(problems)).toBeDefined()
    expect(found?.message).toMatch(message)
    expect(found?.message.endsWith('.')).toBe(true)
  })
})

test('limits can be set', () => {
  expect(checkSpec(PLANAR, { ...DEFAULT_LIMITS, steps: 100 }).map(({ path }) => path)).toEqual([['epochs']])
})

test('the cost of the reference CNN: 2.81 million multiply-adds forward, 8.0 forward and backward (ENGINE.md)', () => {
  const cost = costOf(IMAGES)
  const forward = 32 * 32 * 16 * 27 + 16 * 16 * 32 * 144 + 8 * 8 * 64 * 288 + 10_240
  expect(2 * forward).toBeCloseTo(5.62e6, -4)
  expect(cost.multiplyAddsPerExample).toBe(3 * forward - 32 * 32 * 16 * 27)
  expect(2 * cost.multiplyAddsPerExample).toBeCloseTo(16e6, -5)
  expect(cost.steps).toBe(1250)
  expect(cost.parameters).toBe(16 * 28 + 32 * 145 + 64 * 289 + 10_250)
})

test('describeShapes: the shape behind each layer', () => {
  expect(describeShapes(IMAGES).map(({ outputShape }) => outputShape.join('×'))).toEqual([
    '32×32×16',
    '32×32×16',
    '16×16×16',
    '16×16×32',
    '16×16×32',
    '8×8×32',
    '8×8×64',
    '8×8×64',
    '4×4×64',
    '1024',
    '10',
  ])
})

test('what costOf counts is what is built', () => {
  const trainer = createTrainer({ spec: PLANAR, seed: 0, dataset: buildDataset(PLANAR.data) })
  expect(trainer.steps).toBe(costOf(PLANAR).steps)
  expect(trainer.checkpoint().weights.reduce((sum, values) => sum + values.length, 0)).toBe(costOf(PLANAR).parameters)
})

test('the memory that costOf counts is enough, and no more than a few times what is taken', () => {
  const wide: LayerSpec[] = [{ layer: 'flatten' }, { layer: 'linear', units: 200 }, { layer: 'linear', units: 10 }]
  const data = { kind: 'drawn-ten', train: 128, validation: 10, seed: 1 } as const
  const specs: ExperimentSpec[] = [
    // A gradient for each of 32 chunks is most of it.
    { ...IMAGES, data, model: wide, batch: 128 },
    { ...IMAGES, data: { ...data, train: 1000 } },
    { ...IMAGES, data, model: [...block(8), { layer: 'batch-norm' }, ...wide], batch: 64 },
    planar({ batch: 64 }),
  ]
  for (const spec of specs) {
    const { arenaBytes } = createTrainer({ spec, seed: 0, dataset: buildDataset(spec.data) })
    const { bytes } = costOf(spec)
    expect(bytes).toBeGreaterThan(arenaBytes - 500_000)
    expect(bytes).toBeLessThan(5 * arenaBytes)
  }
})
