import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildDataset } from '../data/build-dataset'
import { readInputs } from '../data/dataset'
import { CheckpointError } from '../errors'
import { sizeOf } from '../nn/parameter'
import { NUMERICS } from '../numerics/version'
import { type ExperimentSpec, PROBE_NAMES } from '../spec/spec'
import { BACKENDS } from '../testing/backends'
import { createTrainer, type TrainerOptions } from './create-trainer'
import type { TrainingReport } from './report'
import type { Trainer } from './trainer'

const SPEC: ExperimentSpec = {
  version: 1,
  data: { kind: 'moons', samples: 100, noise: 0.1, seed: 3, validation: 0.3 },
  model: [
    { layer: 'linear', units: 12, init: 'he-normal' },
    { layer: 'activation', name: 'relu' },
    { layer: 'linear', units: 2 },
  ],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'adam', learningRate: 0.01 },
  schedule: { kind: 'cosine' },
  batch: 16,
  epochs: 6,
  seeds: [0],
  probes: [...PROBE_NAMES],
  interventions: [{ atStep: 9, layer: 1, activation: { name: 'leaky-relu', alpha: 0.1 } }],
}
const dataset = buildDataset(SPEC.data)
const create = (options: Partial<TrainerOptions> = {}) => createTrainer({ spec: SPEC, seed: 0, dataset, ...options })

function finish(trainer: Trainer): TrainingReport[] {
  return [...trainer.run()].filter(({ status }) => status !== 'computing')
}

function pullUntil(trainer: Trainer, isWanted: (report: TrainingReport) => boolean): TrainingReport {
  for (const report of trainer.run()) if (isWanted(report)) return report
  throw new Error('The run ended before the wanted report.')
}

describe('the same bits', () => {
  test('the same spec and seed give the same reports; another seed gives others', () => {
    expect(finish(create())).toEqual(finish(create()))
    finish(create())
    const [one, two] = [create(), create({ seed: 1 })]
    finish(one)
    finish(two)
    expect(one.weightHash()).not.toBe(two.weightHash())
  })

  test('resuming from a checkpoint at any step gives the same rest of the run', () => {
    const whole = finish(create({ evaluateAt: [7] }))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 }), (step) => {
        const first = create({ evaluateAt: [7] })
        if (step > 0) pullUntil(first, (report) => report.status === 'stepped' && report.step === step)
        const checkpoint = structuredClone(first.checkpoint())
        expect(checkpoint.step).toBe(step)
        const rest = finish(create({ evaluateAt: [7], checkpoint }))
        expect(rest).toEqual(whole.slice(whole.length - rest.length))
      }),
      { numRuns: 25 },
    )
  })

  test('a checkpoint taken after the evaluation does not evaluate again', () => {
    const first = create()
    pullUntil(first, ({ status }) => status === 'evaluated')
    const [next] = finish(create({ checkpoint: first.checkpoint() }))
    expect(next?.status).toBe('stepped')
  })

  test('looking more often, or through no probe at all, changes no weight', () => {
    const hash = (options: Partial<TrainerOptions>) => finish(create(options)).at(-1)
    const { probes, ...blind } = SPEC
    const expected = hash({})
    expect(hash({ evaluateAt: [0, 1, 2, 3, 11] })).toEqual(expected)
    expect(hash({ spec: blind })).toEqual(expected)
    expect(probes?.length).toBe(PROBE_NAMES.length)
  })
})

describe('the course of a run', () => {
  test('steps, evaluations at each epoch end and where asked, then one finished', () => {
    const reports = finish(create({ evaluateAt: [0, 2] }))
    expect(reports.filter(({ status }) => status === 'stepped').map(({ step }) => step)).toEqual(
      Array.from({ length: 24 }, (_, i) => i + 1),
    )
    const evaluations = reports.filter((report) => report.status === 'evaluated')
    expect(evaluations.map(({ step, epoch }) => `${step}/${epoch}`)).toEqual([
      '0/0',
      '2/1',
      '4/1',
      '8/2',
      '12/3',
      '16/4',
      '20/5',
      '24/6',
    ])
    expect(evaluations[0]?.train).toBeNull()
    expect(reports.at(-1)).toMatchObject({
      status: 'finished',
      step: 24,
      numerics: NUMERICS,
      validation: evaluations.at(-1)?.validation,
    })
  })

  test('train metrics are the means over the epoch’s batches', () => {
    const reports = finish(create())
    const losses = reports.flatMap((report) => (report.status === 'stepped' && report.epoch === 2 ? [report.loss] : []))
    const second = reports.filter((report) => report.status === 'evaluated')[1]
    expect(second?.train?.loss).toBeCloseTo(losses.reduce((sum, loss) => sum + loss, 0) / 4, 12)
  })

  test('it learns: two moons to 85 % or better on unseen points', () => {
    const longer = { ...SPEC, optimizer: { kind: 'adam', learningRate: 0.05 } as const, epochs: 60, interventions: [] }
    const last = finish(create({ spec: longer })).at(-1)
    expect(last?.status === 'finished' && last.validation.accuracy).toBeGreaterThanOrEqual(0.85)
  })

  test('a regression has no accuracy', () => {
    const spec: ExperimentSpec = {
      ...SPEC,
      data: { kind: 'function', name: 'sine', samples: 80, noise: 0.01, seed: 1, validation: 0.2 },
      model: [
        { layer: 'linear', units: 16 },
        { layer: 'activation', name: 'tanh' },
        { layer: 'linear', units: 1 },
      ],
      loss: { kind: 'mse' },
      optimizer: { kind: 'adam', learningRate: 0.05 },
      epochs: 60,
      interventions: [],
    }
    const last = finish(createTrainer({ spec, seed: 0, dataset: buildDataset(spec.data) })).at(-1)
    expect(last).toMatchObject({ status: 'finished', validation: { accuracy: null } })
    expect(last?.status === 'finished' && last.validation.loss).toBeLessThan(0.1)
  })

  test('probes report on the layers they can see', () => {
    const last = finish(create())
      .filter((report) => report.status === 'evaluated')
      .at(-1)
    expect(last?.probes.map(({ probe, layer }) => `${probe} ${layer}`)).toEqual([
      'gradient-norm 0',
      'gradient-norm 2',
      'update-ratio 0',
      'update-ratio 2',
      'dead-units 1',
      'saturation 1',
      'activation-mean-variance 1',
      'activation-histogram 1',
      'calibration 2',
    ])
  })

  test('the gradient-norm probe is the norm of the gradient of the mean loss over the training set', () => {
    const trainer = create({ evaluateAt: [0] })
    const report = pullUntil(trainer, ({ status }) => status === 'evaluated')
    const { weights } = trainer.checkpoint()
    // Finite differences of the mean loss, one weight of the last layer's bias at a time.
    const meanLoss = (shift: number, index: number) => {
      const moved = structuredClone(trainer.checkpoint())
      const bias = moved.weights[3]
      if (bias !== undefined) bias[index] = (bias[index] ?? 0) + shift
      const other = create({ checkpoint: { ...moved, step: 0 } })
      const logits = other.predict(readInputs(dataset.train, 2, 0, dataset.train.count), dataset.train.count)
      let sum = 0
      for (let n = 0; n < dataset.train.count; n++) {
        const [a, b] = [logits[2 * n] ?? 0, logits[2 * n + 1] ?? 0]
        sum += Math.log(Math.exp(a) + Math.exp(b)) - (dataset.train.labels[n] === 0 ? a : b)
      }
      return sum / dataset.train.count
    }
    const slopes = [0, 1].map((index) => (meanLoss(1e-2, index) - meanLoss(-1e-2, index)) / 2e-2)
    const reading = report.status === 'evaluated' ? report.probes.find(({ layer }) => layer === 2) : undefined
    const ofBias = Math.sqrt((reading?.value ?? 0) ** 2 - (reading?.details.weights ?? 0) ** 2)
    expect(weights.length).toBe(4)
    expect(ofBias).toBeCloseTo(Math.hypot(...slopes), 3)
  })
})

describe('interventions', () => {
  test('the swap comes after its step, in place, with all weights kept', () => {
    const trainer = create({ evaluateAt: [9] })
    pullUntil(trainer, (report) => report.status === 'stepped' && report.step === 9)
    const before = trainer.checkpoint().weights
    const swapped = create({ checkpoint: trainer.checkpoint() })
    const spec = { ...SPEC, interventions: [] }
    const none = create({ spec, checkpoint: { ...trainer.checkpoint(), spec } })
    expect(swapped.checkpoint().weights).toEqual(before)
    const lossAt10 = (t: Trainer) => {
      const report = pullUntil(t, (r) => r.status === 'stepped')
      return report.status === 'stepped' ? report.loss : Number.NaN
    }
    expect(lossAt10(swapped)).not.toBe(lossAt10(none))
  })

  test('dead units are dead no longer once they leak', () => {
    const spec: ExperimentSpec = {
      ...SPEC,
      model: [
        { layer: 'linear', units: 12, initialBias: -50 },
        { layer: 'activation', name: 'relu' },
        { layer: 'linear', units: 2 },
      ],
    }
    const deadAt = finish(create({ spec, evaluateAt: [9, 10] })).flatMap((report) =>
      report.status === 'evaluated'
        ? report.probes.filter(({ probe }) => probe === 'dead-units').map(({ value }) => [report.step, value])
        : [],
    )
    expect(Object.fromEntries(deadAt)).toMatchObject({ 4: 1, 8: 1, 9: 1, 10: 0 })
  })
})

describe('giving up control', () => {
  // Beats are counted in work and not in time, so the quick one has as many.
  const backend = BACKENDS.kernels
  const images: ExperimentSpec = {
    ...SPEC,
    data: { kind: 'drawn-ten', train: 64, validation: 8, seed: 1, standardise: 'per-channel' },
    model: [
      { layer: 'conv2d', channels: 16, kernel: 3 },
      { layer: 'activation', name: 'relu' },
      { layer: 'max-pool2d', size: 2 },
      { layer: 'conv2d', channels: 32, kernel: 3 },
      { layer: 'activation', name: 'relu' },
      { layer: 'flatten' },
      { layer: 'linear', units: 10 },
    ],
    batch: 32,
    epochs: 1,
    probes: [],
    interventions: [],
  }

  test('a step of a convolutional network beats at least once for every four images', () => {
    const trainer = createTrainer({ spec: images, seed: 0, dataset: buildDataset(images.data), backend })
    const statuses = [...trainer.run()].map(({ status }) => status)
    expect(statuses.indexOf('stepped')).toBeGreaterThanOrEqual(8)
  })

  test('predicting in the middle of a step disturbs nothing, and sees a swapped activation', () => {
    const data = buildDataset(images.data)
    const swapped: ExperimentSpec = {
      ...images,
      interventions: [{ atStep: 1, layer: 1, activation: { name: 'tanh' } }],
    }
    const whole = finish(createTrainer({ spec: swapped, seed: 0, dataset: data, backend })).at(-1)
    const trainer = createTrainer({ spec: swapped, seed: 0, dataset: data, backend })
    const answers = new Set<string>()
    for (const report of trainer.run()) {
      answers.add(
        `${trainer.step} ${trainer.predict(readInputs(data.validation, sizeOf(data.inputShape), 0, 1), 1).join()}`,
      )
      if (report.status === 'finished') expect(report).toEqual(whole)
    }
    // After step 0, after step 1 with the old and with the new activation, after step 2.
    expect(answers.size).toBe(4)
  })

  test('a step left half-done is begun again with the same result', () => {
    const data = buildDataset(images.data)
    const whole = finish(createTrainer({ spec: images, seed: 0, dataset: data, backend })).at(-1)
    const trainer = createTrainer({ spec: images, seed: 0, dataset: data, backend })
    for (let beats = 1; beats < 6; beats++) {
      let seen = 0
      pullUntil(trainer, () => ++seen > beats)
    }
    expect(finish(trainer).at(-1)).toEqual(whole)
  })
})

describe('divergence', () => {
  const deepLinear: ExperimentSpec = {
    ...SPEC,
    data: { kind: 'function', name: 'sine', samples: 40, noise: 0, seed: 1, validation: 0.2 },
    model: [
      { layer: 'linear', units: 8 },
      { layer: 'linear', units: 8 },
      { layer: 'linear', units: 1 },
    ],
    loss: { kind: 'mse' },
    optimizer: { kind: 'sgd', learningRate: 5 },
    schedule: { kind: 'constant' },
    batch: 32,
    probes: [],
    interventions: [],
  }
  const sineWaves = buildDataset(deepLinear.data)
  const runOf = (spec: ExperimentSpec) => finish(createTrainer({ spec, seed: 0, dataset: sineWaves }))

  test('a loss that is not finite or beyond 1e10 ends the run at its step, without the update', () => {
    const spec: ExperimentSpec = {
      ...SPEC,
      optimizer: { kind: 'sgd', learningRate: 1e3, momentum: 0.99 },
      loss: { kind: 'mse' },
      model: [
        { layer: 'linear', units: 8 },
        { layer: 'activation', name: 'linear' },
        { layer: 'linear', units: 2 },
      ],
      interventions: [],
      epochs: 100,
    }
    const reports = finish(create({ spec }))
    const last = reports.at(-1)
    expect(last?.status).toBe('diverged')
    expect(last?.status === 'diverged' && last.reason).toMatch(
      new RegExp(`The loss of step ${last?.step} is (?:NaN|Infinity|[\\d.]+e\\+\\d+)`),
    )
    const steps = reports.filter((report) => report.status === 'stepped')
    expect(last?.step).toBe(steps.length + 1)
    expect(steps.every((report) => report.loss <= 1e10)).toBe(true)
  })

  // One step an epoch; the update of step 2 blows up, which a run of 2 steps has no third loss to show by.
  test.each([
    [1, { status: 'finished', step: 1 }],
    [2, { status: 'diverged', step: 2 }],
    [3, { status: 'diverged', step: 2 }],
  ])('a run of %i steps whose second update blows up', (epochs, end) => {
    const reports = runOf({ ...deepLinear, epochs })
    expect(reports.at(-1)).toMatchObject(end)
    const blownUp = reports.at(-2)
    const loss = blownUp?.status === 'evaluated' ? blownUp.validation.loss : Number.NaN
    if (end.status === 'diverged') expect(loss).toBeGreaterThan(1e18)
    else expect(loss).toBeLessThan(1e10)
  })

  test('a resumed run ends as the whole one does, also when resumed after the evaluation', () => {
    const options = { spec: { ...deepLinear, epochs: 3 }, seed: 0, dataset: sineWaves }
    const trainer = createTrainer(options)
    const last = finish(trainer).at(-1)
    expect(finish(createTrainer({ ...options, checkpoint: trainer.checkpoint() }))).toEqual([last])
  })

  test('a weight that is not finite ends the run, though bounded outputs hide it from the loss', () => {
    const spec: ExperimentSpec = {
      ...deepLinear,
      model: [
        { layer: 'linear', units: 1 },
        { layer: 'activation', name: 'sigmoid' },
      ],
      epochs: 1,
    }
    const options = { spec, seed: 0, dataset: sineWaves }
    const checkpoint = createTrainer(options).checkpoint()
    checkpoint.weights[1]?.fill(Number.POSITIVE_INFINITY)
    expect(finish(createTrainer({ ...options, checkpoint, evaluateAt: [0] })).at(-1)).toEqual({
      status: 'diverged',
      step: 0,
      reason: 'After step 0 a weight is Infinity, not a finite number.',
    })
  })
})

describe('a checkpoint that does not belong here is refused', () => {
  const checkpoint = create().checkpoint()
  test.each([
    ['another seed', { seed: 1, checkpoint }, /belongs to seed 0, not 1/],
    ['another numeric spec', { checkpoint: { ...checkpoint, numerics: 'ts-0' } }, /numeric spec ts-0/],
    ['another model', { checkpoint: { ...checkpoint, weights: checkpoint.weights.slice(1) } }, /another model/],
    ['a longer run', { checkpoint: { ...checkpoint, step: 1e9 } }, /after step 1000000000, but the run has \d+ steps/],
    ['no run', { checkpoint: { ...checkpoint, step: -1 } }, /after step -1, but/],
    ['half a step', { checkpoint: { ...checkpoint, step: 2.5 } }, /after step 2\.5, but/],
    [
      'an epoch without sums',
      { checkpoint: { ...checkpoint, epochSums: { ...checkpoint.epochSums, loss: Number.NaN } } },
      /lacks the sums of its epoch/,
    ],
  ])('%s', (_title, options, message) => {
    expect(() => create(options)).toThrow(message)
    expect(() => create(options)).toThrow(CheckpointError)
  })
})

test('predict: the logits of any number of inputs, one after another', () => {
  const trainer = create()
  const together = trainer.predict(readInputs(dataset.train, 2, 0, 10), 10)
  for (let n = 0; n < 10; n++) {
    expect(trainer.predict(readInputs(dataset.train, 2, n, 1), 1)).toEqual(together.subarray(2 * n, 2 * n + 2))
  }
})
