/** Calibration on networks that pass their inputs on as logits, so that a test chooses how sure they are. */
import { describe, expect, test } from 'vitest'
import { buildDataset } from '../data/build-dataset'
import { createRng } from '../random/rng'
import type { ExperimentSpec, LossSpec } from '../spec/spec'
import { BACKENDS } from '../testing/backends'
import { createTrainer } from '../training/create-trainer'
import type { ProbeReading } from './probe'
import { type Planted, type Rows, readPlanted } from './testing/read-planted'

const BACKEND = BACKENDS.kernels
const TRAIN = {
  inputs: [
    [0, 0],
    [0, 0],
  ],
  labels: [0, 1],
}

/** One logit, the second input; or two, the inputs. */
function networkOf(kind: 'bce-with-logits' | 'softmax-cross-entropy' | 'softmax-twice'): Omit<Planted, 'validation'> {
  const one = kind === 'bce-with-logits'
  return {
    backend: BACKEND,
    model: [{ layer: 'linear', units: one ? 1 : 2 }],
    loss: { kind },
    train: TRAIN,
    weights: one
      ? [[0, 1], [0]]
      : [
          [1, 0, 0, 1],
          [0, 0],
        ],
    probes: ['calibration'],
  }
}

function calibrationOf(kind: Parameters<typeof networkOf>[0], validation: Rows): ProbeReading {
  const [{ probes }] = readPlanted({ ...networkOf(kind), validation })
  const [reading] = probes
  if (reading === undefined) throw new Error('no reading')
  return reading
}

/** `right` of `examples` get their own class, with this confidence. */
function sure(confidence: number, examples: number, right: number): Rows {
  const logit = Math.log(confidence / (1 - confidence))
  return {
    inputs: Array.from({ length: examples }, (_, n) => [0, n % 2 === 0 ? logit : -logit]),
    labels: Array.from({ length: examples }, (_, n) => (n < right ? (n + 1) % 2 : n % 2)),
  }
}

describe.each(['bce-with-logits', 'softmax-cross-entropy', 'softmax-twice'] as const)('%s', (kind) => {
  test('right as often as it is sure: no error', () => {
    const { value, layer, details } = calibrationOf(kind, sure(0.78, 50, 39))
    expect(layer).toBe(0)
    expect(value).toBeCloseTo(0, 6)
    expect(details).toMatchObject({ examples: 50, accuracy: 0.78, 'bin12.count': 50, 'bin12.accuracy': 0.78 })
    expect(details['bin12.confidence']).toBeCloseTo(0.78, 6)
    expect(Object.keys(details).filter((name) => name.endsWith('.confidence'))).toEqual(['bin12.confidence'])
  })

  test('too sure, and not sure enough, weighted by the examples in the bins', () => {
    const overSure = sure(0.9, 30, 15)
    const tooModest = sure(0.62, 10, 10)
    const { value, details } = calibrationOf(kind, {
      inputs: [...overSure.inputs, ...tooModest.inputs],
      labels: [...overSure.labels, ...tooModest.labels],
    })
    expect(value).toBeCloseTo(0.75 * 0.4 + 0.25 * 0.38, 6)
    expect(details).toMatchObject({ 'bin14.count': 30, 'bin10.count': 10 })
  })
})

describe.each(['bce-with-logits', 'softmax-cross-entropy'] as const)('class 1 as the positive one, %s', (kind) => {
  const logit = Math.log(9)
  /** Logits, and the class that each example has. */
  const rows = (logits: number[], labels: number[]) => ({ inputs: logits.map((z) => [0, z]), labels })

  test('recall of the positives, precision of the alarms, mean probability against share', () => {
    // Three alarms of which two are real; four positives of which two were caught.
    const { details } = calibrationOf(kind, rows([logit, logit, logit, -logit, -logit], [1, 1, 0, 1, 1]))
    expect(details).toMatchObject({ positives: 0.8, recall: 0.5, precision: 2 / 3 })
    expect(details.meanProbability).toBeCloseTo((3 * 0.9 + 2 * 0.1) / 5, 6)
  })

  test('no precision without an alarm, no recall without a positive', () => {
    const silent = calibrationOf(kind, rows([-logit, -logit], [1, 0])).details
    expect(silent).toMatchObject({ recall: 0 })
    expect(silent).not.toHaveProperty('precision')
    const none = calibrationOf(kind, rows([logit, -logit], [0, 0])).details
    expect(none).toMatchObject({ precision: 0 })
    expect(none).not.toHaveProperty('recall')
  })
})

test('with three classes none is the positive one', () => {
  const [{ probes }] = readPlanted({
    ...networkOf('softmax-cross-entropy'),
    model: [{ layer: 'linear', units: 3 }],
    weights: [
      [1, 0, 0, 0, 1, 0],
      [0, 0, 0],
    ],
    train: { inputs: TRAIN.inputs, labels: [0, 2] },
    validation: { inputs: [[0, 1]], labels: [1] },
  })
  expect(probes[0]?.details).not.toHaveProperty('positives')
})

test('an undecided network says class 0 with confidence one half', () => {
  const { details } = calibrationOf('bce-with-logits', { inputs: [[0, 0]], labels: [0] })
  expect(details).toMatchObject({ accuracy: 1, confidence: 0.5, 'bin8.count': 1 })
})

test('a network that is certain is in the last bin, 1 included', () => {
  const { value, details } = calibrationOf('bce-with-logits', {
    inputs: [
      [0, 1000],
      [0, -1000],
    ],
    labels: [1, 1],
  })
  expect(details).toMatchObject({ examples: 2, confidence: 1, 'bin15.count': 2, 'bin15.accuracy': 0.5 })
  expect(value).toBe(0.5)
})

test('the same as the definition, written out, on 300 random logits', () => {
  const rng = createRng(1, 'data')
  const inputs = Array.from({ length: 300 }, () => [3 * rng.normal(), 3 * rng.normal()])
  const labels = inputs.map(() => rng.below(2))
  const answers = inputs.map((logits, n) => {
    const [a = 0, b = 0] = logits.map(Math.fround)
    const confidence = 1 / (1 + Math.exp(-Math.abs(a - b)))
    return { confidence, right: (b > a ? 1 : 0) === labels[n] ? 1 : 0 }
  })
  let expected = 0
  for (let m = 1; m <= 15; m++) {
    const bin = answers.filter(({ confidence }) => confidence > (m - 1) / 15 && confidence <= m / 15)
    expected += Math.abs(bin.reduce((sum, { confidence, right }) => sum + right - confidence, 0)) / 300
  }
  expect(calibrationOf('softmax-cross-entropy', { inputs, labels }).value).toBeCloseTo(expected, 9)
})

test.each(['mse', 'mae', 'huber'] as const)('%s gives no probabilities, so there is no reading', (kind) => {
  const loss: LossSpec = { kind }
  const validation = { inputs: [[1, 0]], labels: [1] }
  expect(readPlanted({ ...networkOf('bce-with-logits'), loss, validation })[0].probes).toEqual([])
})

test.each(Object.entries(BACKENDS))('it counts the right answers that the metrics count: %s', (_name, backend) => {
  const spec: ExperimentSpec = {
    version: 1,
    data: { kind: 'drawn-ten', train: 40, validation: 30, seed: 2 },
    model: [
      { layer: 'conv2d', channels: 8, kernel: 3 },
      { layer: 'activation', name: 'swish' },
      { layer: 'max-pool2d', size: 2 },
      { layer: 'flatten' },
      { layer: 'linear', units: 10 },
    ],
    loss: { kind: 'softmax-cross-entropy' },
    optimizer: { kind: 'adam', learningRate: 0.01 },
    batch: 20,
    epochs: 1,
    seeds: [0],
    probes: ['calibration'],
  }
  for (const report of createTrainer({ spec, seed: 0, dataset: buildDataset(spec.data), backend }).run()) {
    if (report.status !== 'evaluated') continue
    const [reading] = report.probes
    expect(reading).toMatchObject({ layer: 4, details: { examples: 30, accuracy: report.validation.accuracy } })
  }
})
