/** What cannot be trained is refused by a typed error that names place, value and remedy, before anything is allocated. */
import { describe, expect, test } from 'vitest'
import { buildDataset } from '../data/build-dataset'
import type { Dataset } from '../data/dataset'
import { DatasetError, SpecError } from '../errors'
import type { Backend } from '../network/backend'
import type { ExperimentSpec } from '../spec/spec'
import { BACKENDS } from '../testing/backends'
import { SMALL_SPEC } from '../testing/small-spec'
import { createTrainer } from './create-trainer'

const dataset = buildDataset(SMALL_SPEC.data)
const REGRESSION: ExperimentSpec = {
  ...SMALL_SPEC,
  data: { kind: 'function', name: 'sine', samples: 60, noise: 0.1, seed: 3, validation: 0.3 },
  model: [{ layer: 'linear', units: 1 }],
  loss: { kind: 'mse' },
}
const REGRESSION_DATA = buildDataset(REGRESSION.data)

/** Asking for memory is a failure of its own. */
const NO_MEMORY: Backend = {
  kind: 'twins',
  createExecutor: () => {
    throw new Error('Something was allocated.')
  },
}

const withLayer = (index: number, change: object): ExperimentSpec => ({
  ...SMALL_SPEC,
  model: SMALL_SPEC.model.map((layer, i) => (i === index ? ({ ...layer, ...change } as typeof layer) : layer)),
})

describe('a spec', () => {
  test('that is fine reaches the backend', () => {
    expect(() => createTrainer({ spec: SMALL_SPEC, seed: 0, dataset, backend: NO_MEMORY })).toThrow(
      'Something was allocated.',
    )
  })

  test.each<[string, unknown, RegExp]>([
    [
      'a width of 10⁹',
      withLayer(0, { units: 1e9 }),
      /^Layer 0 \(linear\): units is 1000000000; use a whole number from 1/,
    ],
    ['a width of NaN', withLayer(0, { units: Number.NaN }), /^Layer 0 \(linear\): units is NaN; use/],
    [
      'a width that no memory holds',
      { ...SMALL_SPEC, model: [...[1, 2].map(() => ({ layer: 'linear', units: 65_536 })), ...SMALL_SPEC.model] },
      /^The model has [\d,]+ parameters, more than the 10,000,000 allowed; use narrower layers/,
    ],
    [
      'a negative learning rate',
      { ...SMALL_SPEC, optimizer: { kind: 'sgd', learningRate: -0.1 } },
      /^The learning rate is -0\.1; use a number above 0/,
    ],
    [
      'an unknown activation',
      withLayer(1, { name: 'rleu' }),
      /^Layer 1 \(activation\): the activation is 'rleu', which is not known; use one of linear, sigmoid/,
    ],
    [
      'an activation named after what every object has',
      withLayer(1, { name: 'constructor' }),
      /^Layer 1 \(activation\): the activation is 'constructor', which is not known/,
    ],
    [
      'an empty data set',
      { ...SMALL_SPEC, data: { ...SMALL_SPEC.data, samples: 0 } },
      /^The number of samples is 0; use/,
    ],
    [
      'labels out of range',
      {
        ...SMALL_SPEC,
        data: { kind: 'points', points: [...Array(40)].map(() => [0, 1, 7]), seed: 0, validation: 0.5 },
      },
      /^Point 0: the class is 7; use a whole number from 0 to 1/,
    ],
    [
      'a shape that does not fit',
      { ...SMALL_SPEC, model: [{ layer: 'conv2d', channels: 4, kernel: 3 }, ...SMALL_SPEC.model] },
      /^Layer 0 \(conv2d\) needs images of \[height, width, channels\] but gets \[2\]; remove/,
    ],
    ['too many outputs', withLayer(2, { units: 3 }), /^The model puts out 3 logits for 2 classes; end it with 2 units/],
    ['nothing', null, /^The spec is null; give an object/],
    ['a list', [], /^The spec is a list; give an object/],
  ])('%s', (_title, spec, message) => {
    const create = () => createTrainer({ spec: spec as ExperimentSpec, seed: 0, dataset, backend: NO_MEMORY })
    expect(create).toThrow(SpecError)
    expect(create).toThrow(message)
  })

  test.each([-1, 1.5, Number.NaN, 2 ** 32])('the seed %d', (seed) => {
    const create = () => createTrainer({ spec: SMALL_SPEC, seed, dataset, backend: NO_MEMORY })
    expect(create).toThrow(SpecError)
    expect(create).toThrow(/^The seed is .*; use a whole number from 0 to 4,294,967,295/)
  })

  test.each([0, -5, 1.5, Number.NaN])('%d threads', (count) => {
    const threads = { count, spawn: () => {} }
    const create = () => createTrainer({ spec: SMALL_SPEC, seed: 0, dataset, backend: NO_MEMORY, threads })
    expect(create).toThrow(SpecError)
    expect(create).toThrow(/^A run on .* threads cannot begin; use a whole number from 1 on/)
  })

  test('one that fits a thread, on more threads than memory has addresses for', () => {
    const wide: ExperimentSpec = {
      ...SMALL_SPEC,
      data: { kind: 'drawn-ten', train: 128, validation: 1, seed: 1 },
      model: [
        { layer: 'conv2d', channels: 64, kernel: 3 },
        ...Array.from({ length: 40 }, () => ({ layer: 'activation', name: 'relu' }) as const),
        { layer: 'global-average-pool' },
        { layer: 'linear', units: 10 },
      ],
      batch: 128,
      probes: ['dead-units'],
    }
    const images = buildDataset(wide.data)
    const create = (count: number) => {
      const threads = { count, spawn: () => {} }
      return createTrainer({ spec: wide, seed: 0, dataset: images, backend: BACKENDS['kernels-shared'], threads })
    }
    expect(create(1).arenaBytes).toBeLessThan(2e8)
    expect(() => create(16)).toThrow(SpecError)
    expect(() => create(16)).toThrow(/^The run needs 27\d\d MB on 16 threads, more than 2147; use fewer threads/)
  })

  test('everything that is wrong is said at once', () => {
    const spec = { ...withLayer(0, { units: -1 }), optimizer: { kind: 'sgd' as const, learningRate: 0 } }
    expect(() => createTrainer({ spec, seed: 0, dataset })).toThrow(/units is -1.*\nThe learning rate is 0/s)
  })
})

describe('a data set that was handed in', () => {
  const change = (of: 'train' | 'validation', values: object): Dataset => ({
    ...dataset,
    [of]: { ...dataset[of], ...values },
  })
  const set = (array: ArrayLike<number>, index: number, value: number) =>
    Float32Array.from(array, (old, i) => (i === index ? value : old))

  test.each<[string, Dataset, RegExp]>([
    [
      'without examples',
      change('train', { inputs: new Float32Array(0), labels: new Uint8Array(0), count: 0 }),
      /^The training set of moons has 0 examples; give at least one/,
    ],
    [
      'with too few numbers',
      change('validation', { inputs: new Float32Array(3) }),
      /^The validation set of moons has 3 numbers for 18 examples of 2; give 36/,
    ],
    [
      'with too few labels',
      change('train', { labels: new Uint8Array(3) }),
      /has 3 labels for 42 examples; give one an/,
    ],
    [
      'with a label beyond the classes',
      change('train', { labels: set(dataset.train.labels, 5, 2) }),
      /^The training set of moons: the label of example 5 is 2; use whole numbers from 0 to 1/,
    ],
    [
      'with a label that is not whole',
      change('validation', { labels: set(dataset.validation.labels, 0, 0.5) }),
      /label of example 0 is 0\.5/,
    ],
    [
      'with a regression’s label that is not finite',
      {
        ...REGRESSION_DATA,
        train: { ...REGRESSION_DATA.train, labels: set(REGRESSION_DATA.train.labels, 1, Number.NaN) },
      },
      /label of example 1 is NaN; give finite numbers/,
    ],
    [
      'of other classes than the spec’s',
      buildDataset({ kind: 'spiral', classes: 5, samples: 60, noise: 0.1, seed: 3, validation: 0.3 }),
      /^spiral has 5 classes, the spec's data \(moons\) 2 classes; give the data that the spec names/,
    ],
    [
      'of a regression, where the spec has classes',
      { ...dataset, classes: null },
      /^moons has no classes \(a regression\), the spec's data \(moons\) 2 classes; give/,
    ],
    [
      'of another shape',
      buildDataset({ kind: 'drawn-ten', train: 20, validation: 8, seed: 1 }),
      /^An example of drawn-ten has the shape \[32, 32, 3\], one of the spec's data \(moons\) has \[2\]; give/,
    ],
    [
      'with a number that is not finite',
      change('train', { inputs: set(dataset.train.inputs, 7, Number.POSITIVE_INFINITY) }),
      /^The training set of moons: number 1 of example 3 is Infinity; give finite numbers/,
    ],
  ])('%s', (_title, given, message) => {
    const spec = given.name === REGRESSION_DATA.name ? REGRESSION : SMALL_SPEC
    const create = () => createTrainer({ spec, seed: 0, dataset: given, backend: NO_MEMORY })
    expect(create).toThrow(DatasetError)
    expect(create).toThrow(message)
  })

  test('with fewer examples than a batch', () => {
    const few = change('train', {
      inputs: dataset.train.inputs.slice(0, 20),
      labels: dataset.train.labels.slice(0, 10),
      count: 10,
    })
    const create = () => createTrainer({ spec: SMALL_SPEC, seed: 0, dataset: few, backend: NO_MEMORY })
    expect(create).toThrow(SpecError)
    expect(create).toThrow(/^The batch is 16 but moons has 10 training examples/)
  })
})
