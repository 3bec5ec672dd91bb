/** Runs with the layers that other tests do not train: the same bits however they are run, stopped or looked at. */
import { describe, expect, test } from 'vitest'
import { buildDataset } from '../data/build-dataset'
import { readInputs } from '../data/dataset'
import { CheckpointError } from '../errors'
import { sizeOf } from '../nn/parameter'
import { checkSpec } from '../spec/check-spec'
import type { LayerSpec } from '../spec/layer-spec'
import type { ExperimentSpec } from '../spec/spec'
import { BACKENDS } from '../testing/backends'
import { createTrainer, type TrainerOptions } from './create-trainer'
import type { EvaluatedReport, TrainingReport } from './report'
import type { Trainer } from './trainer'

const PLANAR: ExperimentSpec = {
  version: 1,
  data: { kind: 'moons', samples: 60, noise: 0.1, seed: 3, validation: 0.2 },
  model: [],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'adam', learningRate: 0.02 },
  batch: 12,
  epochs: 3,
  seeds: [0],
  probes: ['gradient-norm', 'dead-units', 'saturation', 'activation-mean-variance'],
}
const IMAGES: ExperimentSpec = {
  ...PLANAR,
  data: { kind: 'drawn-ten', train: 32, validation: 8, seed: 1, standardise: 'per-channel' },
  batch: 16,
  epochs: 2,
}

const linear = (units: number): LayerSpec => ({ layer: 'linear', units })
const conv = (channels: number, stride = 1): LayerSpec => ({ layer: 'conv2d', channels, kernel: 3, stride })
const written: LayerSpec = { layer: 'activation', name: 'expression', expression: 'x * sigmoid(1.702 * x)' }
const prelu: LayerSpec = { layer: 'activation', name: 'prelu', learnt: true }
const swish: LayerSpec = { layer: 'activation', name: 'swish', beta: 1.5, learnt: true }
const selu: LayerSpec = { layer: 'activation', name: 'selu' }
const norm: LayerSpec = { layer: 'batch-norm' }
const relu: LayerSpec = { layer: 'activation', name: 'relu' }
const drop: LayerSpec = { layer: 'dropout', rate: 0.3 }

const SPECS: Record<string, ExperimentSpec> = {
  'layer norm, learnt slopes': {
    ...PLANAR,
    model: [linear(9), { layer: 'layer-norm' }, prelu, linear(8), swish, linear(2)],
  },
  'dropout of both kinds': {
    ...PLANAR,
    model: [linear(10), selu, { layer: 'alpha-dropout', rate: 0.1 }, linear(6), drop, linear(2)],
  },
  'a residual block': { ...PLANAR, model: [linear(7), selu, linear(7), { layer: 'residual', from: 0 }, linear(2)] },
  'softmax before a squared error': {
    ...PLANAR,
    model: [linear(6), selu, linear(2), { layer: 'softmax', temperature: 0.5 }],
    loss: { kind: 'mse' },
  },
  'a written activation': { ...PLANAR, model: [linear(9), written, linear(2)] },
  'batch norm, one chunk a batch': {
    ...PLANAR,
    model: [linear(9), norm, relu, linear(9), { layer: 'batch-norm', momentum: 0.5 }, swish, linear(2)],
  },
  'batch norm, several chunks a batch': {
    ...IMAGES,
    batch: 15,
    model: [
      ...[conv(6, 2), norm, prelu, conv(6), norm, drop, { layer: 'residual', from: 2 } as const],
      ...[{ layer: 'global-average-pool' } as const, norm, linear(10)],
    ],
  },
  'all on images': {
    ...IMAGES,
    model: [
      ...[conv(6, 4), { layer: 'layer-norm' } as const, prelu, conv(6), written],
      ...[drop, { layer: 'residual', from: 2 } as const, { layer: 'global-average-pool' } as const, linear(10)],
    ],
  },
}

const data = new Map(Object.values(SPECS).map((spec) => [spec, buildDataset(spec.data)]))
function create(spec: ExperimentSpec, options: Partial<TrainerOptions> = {}): Trainer {
  const dataset = data.get(spec) ?? buildDataset(spec.data)
  return createTrainer({ spec, seed: 0, dataset, backend: BACKENDS.kernels, ...options })
}
const reportsOf = (trainer: Trainer) => [...trainer.run()].filter(({ status }) => status !== 'computing')
function pullUntilStep(trainer: Trainer, step: number): void {
  for (const report of trainer.run()) if (report.status === 'stepped' && report.step === step) return
}
const isEvaluation = (report: TrainingReport): report is EvaluatedReport => report.status === 'evaluated'

describe.each(Object.entries(SPECS))('%s', (_title, spec) => {
  const whole = reportsOf(create(spec))

  test('the spec is accepted, and the run comes to its end', () => {
    expect(checkSpec(spec)).toEqual([])
    expect(whole.at(-1)?.status).toBe('finished')
  })

  test('the twins give the same reports', () => {
    expect(reportsOf(create(spec, { backend: BACKENDS.twins }))).toEqual(whole)
  })

  test.each([1, 2, 3])('resumed after step %d it ends alike', (step) => {
    const first = create(spec)
    pullUntilStep(first, step)
    const rest = reportsOf(create(spec, { checkpoint: structuredClone(first.checkpoint()) }))
    expect(rest).toEqual(whole.slice(whole.length - rest.length))
  })

  test('looking at it, or predicting, changes nothing', () => {
    const watched = create(spec, { evaluateAt: [0, 1, 2] })
    const inputs = firstInputs(spec)
    const reports: TrainingReport[] = []
    for (const report of watched.run()) {
      watched.predict(inputs, 5)
      reports.push(report)
    }
    expect(reports.at(-1)).toEqual(whole.at(-1))
  })
})

/** Of the first validation examples. */
function firstInputs(spec: ExperimentSpec): Float32Array {
  const dataset = data.get(spec)
  if (dataset === undefined) throw new Error('no such spec')
  return readInputs(dataset.validation, sizeOf(dataset.inputShape), 0, 5)
}

describe('where learning starts', () => {
  const weightsOf = (spec: ExperimentSpec) => create(spec).checkpoint().weights

  test('scales at 1, shifts at 0, learnt slopes at the spec’s value or the activation’s', () => {
    const weights = weightsOf(SPECS['layer norm, learnt slopes'] as ExperimentSpec)
    expect([...(weights[2] ?? [])]).toEqual(new Array(9).fill(1))
    expect([...(weights[3] ?? [])]).toEqual(new Array(9).fill(0))
    expect([...(weights[4] ?? [])]).toEqual([0.25])
    expect([...(weights[7] ?? [])]).toEqual([1.5])
  })
})

describe('dropout', () => {
  const spec = SPECS['dropout of both kinds'] as ExperimentSpec
  const plain: ExperimentSpec = {
    ...spec,
    model: spec.model.map((layer) =>
      layer.layer === 'dropout' || layer.layer === 'alpha-dropout' ? { layer: 'activation', name: 'linear' } : layer,
    ),
    probes: ['gradient-norm'],
  }

  test('evaluation, probes and prediction know nothing of it', () => {
    const trainer = create(spec)
    pullUntilStep(trainer, 4)
    const checkpoint = trainer.checkpoint()
    const options = { checkpoint: { ...checkpoint, step: 0, lastEvaluation: null }, evaluateAt: [0] }
    const ofPlain = { ...options, checkpoint: { ...options.checkpoint, spec: plain } }
    const [dropping, passing] = [create({ ...spec, probes: ['gradient-norm'] }, options), create(plain, ofPlain)]
    const [a, b] = [reportsOf(dropping).find(isEvaluation), reportsOf(passing).find(isEvaluation)]
    expect(a?.step).toBe(0)
    expect(a?.validation).toEqual(b?.validation)
    expect(a?.probes).toEqual(b?.probes)
    const inputs = firstInputs(spec)
    expect(create(spec, options).predict(inputs, 5)).toEqual(create(plain, ofPlain).predict(inputs, 5))
  })

  test('every step of every seed drops other numbers', () => {
    // All examples are alike and the weights stay as they are, so losses differ by what is dropped alone.
    const points = Array.from({ length: 24 }, (): [number, number, number] => [0.7, -0.4, 1])
    const alike: ExperimentSpec = {
      ...spec,
      data: { kind: 'points', points, seed: 0, validation: 0.25 },
      optimizer: { kind: 'sgd', learningRate: 1e-30 },
      batch: 3,
      epochs: 1,
    }
    const checkpoint = create(alike).checkpoint()
    const lossesOf = (model: LayerSpec[]) =>
      [0, 1].flatMap((seed) => {
        const other = { ...alike, model }
        const reports = reportsOf(create(other, { seed, checkpoint: { ...checkpoint, spec: other, seed } }))
        return reports.flatMap((report) => (report.status === 'stepped' ? [report.loss] : []))
      })
    expect(new Set(lossesOf(plain.model)).size).toBe(1)
    expect(lossesOf(alike.model)).toHaveLength(12)
    expect(new Set(lossesOf(alike.model)).size).toBe(12)
  })
})

test('the chunks of a batch drop different numbers', () => {
  const points = Array.from({ length: 16 }, (): [number, number, number] => [0.7, -0.4, 1])
  const firstLoss = (batch: number) => {
    const spec: ExperimentSpec = {
      ...PLANAR,
      data: { kind: 'points', points, seed: 0, validation: 0.5 },
      model: [linear(200), drop, linear(200), { layer: 'alpha-dropout', rate: 0.3 }, linear(2)],
      batch,
    }
    const report = reportsOf(create(spec)).find(({ status }) => status === 'stepped')
    return report?.status === 'stepped' ? report.loss : Number.NaN
  }
  // Four examples are a chunk. Were a second one treated alike, it would not move the mean.
  expect(Math.abs(firstLoss(8) - firstLoss(4))).toBeGreaterThan(1e-3)
})

describe('batch norm', () => {
  const spec = SPECS['batch norm, several chunks a batch'] as ExperimentSpec
  const stopped = create(spec)
  pullUntilStep(stopped, 2)
  const checkpoint = stopped.checkpoint()

  test('a checkpoint without running statistics, or with those of other layers, is refused', () => {
    const { running, ...rest } = checkpoint
    expect(running.map(({ length }) => length)).toEqual([6, 6, 6, 6, 6, 6])
    for (const other of [
      rest,
      { ...rest, running: [] },
      { ...rest, running: running.map(() => new Float32Array(5)) },
    ]) {
      const resume = () => create(spec, { checkpoint: other as typeof checkpoint })
      expect(resume).toThrow(CheckpointError)
      expect(resume).toThrow(/running statistics .* of another model/)
    }
  })

  test('running statistics are no weights: they move no hash, but what is predicted', () => {
    const running = checkpoint.running.map((values) => values.map((value) => value + 0.25))
    const [one, other] = [create(spec, { checkpoint }), create(spec, { checkpoint: { ...checkpoint, running } })]
    expect(other.weightHash()).toBe(one.weightHash())
    expect(other.predict(firstInputs(spec), 5)).not.toEqual(one.predict(firstInputs(spec), 5))
  })

  test('evaluation knows of no batch: what is predicted of an example does not depend on the others', () => {
    const trainer = create(spec, { checkpoint })
    const inputs = firstInputs(spec)
    const together = trainer.predict(inputs, 5)
    const size = inputs.length / 5
    for (let n = 0; n < 5; n++) {
      expect(trainer.predict(inputs.subarray(n * size, (n + 1) * size), 1)).toEqual(
        together.subarray(10 * n, 10 * n + 10),
      )
    }
  })

  test('a step left half-done is begun again, and moves the running statistics once', () => {
    const large: ExperimentSpec = {
      ...IMAGES,
      model: [conv(16), norm, relu, conv(16, 2), norm, { layer: 'flatten' }, linear(10)],
    }
    const whole = create(large)
    const last = reportsOf(whole).at(-1)
    const broken = create(large)
    for (let beats = 1; beats < 5; beats++) {
      let seen = 0
      for (const { status } of broken.run()) if (status === 'computing' && ++seen === beats) break
    }
    expect(broken.step).toBe(0)
    expect(reportsOf(broken).at(-1)).toEqual(last)
    expect(broken.checkpoint().running).toEqual(whole.checkpoint().running)
  })

  test('a statistic that is not finite ends the run, though bounded outputs hide it from the loss', () => {
    const running = checkpoint.running.map((values, i) => (i === 5 ? values.fill(Number.POSITIVE_INFINITY) : values))
    const trainer = create(spec, { checkpoint: { ...checkpoint, running, lastEvaluation: null }, evaluateAt: [2] })
    expect(reportsOf(trainer).at(-1)).toEqual({
      status: 'diverged',
      step: 2,
      reason: 'After step 2 a running statistic is Infinity, not a finite number.',
    })
  })

  test('an intervention above it goes on from the same statistics', () => {
    const model: LayerSpec[] = [linear(9), norm, relu, linear(2)]
    const [before, behind] = [
      { ...PLANAR, model },
      { ...PLANAR, model: model.with(2, selu) },
    ]
    const interventions = [{ atStep: 2, layer: 2, activation: { name: 'selu' } as const }]
    const swapped = create({ ...before, interventions })
    pullUntilStep(swapped, 2)
    const after = { ...swapped.checkpoint(), spec: behind }
    expect(reportsOf(swapped)).toEqual(reportsOf(create(behind, { checkpoint: after })))
  })
})

test('a written activation is trained, and looked at, like the same one with a name', () => {
  const model = (activation: LayerSpec): LayerSpec[] => [linear(9), activation, linear(2)]
  const byName: ExperimentSpec = { ...PLANAR, model: model({ layer: 'activation', name: 'relu' }) }
  const byExpression: ExperimentSpec = {
    ...PLANAR,
    model: model({ layer: 'activation', name: 'expression', expression: 'max(0, x)' }),
  }
  const reports = reportsOf(create(byName))
  expect(reports.some((report) => isEvaluation(report) && report.probes.some(({ value }) => value > 0))).toBe(true)
  expect(reportsOf(create(byExpression))).toEqual(reports)
})

test('an intervention puts a named activation in the place of a written one', () => {
  const spec = SPECS['a written activation'] as ExperimentSpec
  const interventions = [{ atStep: 2, layer: 1, activation: { name: 'relu' } as const }]
  const swapping: ExperimentSpec = { ...spec, interventions }
  const trainer = create(swapping)
  pullUntilStep(trainer, 2)
  const resumeAs = (other: ExperimentSpec) =>
    reportsOf(create(other, { checkpoint: { ...trainer.checkpoint(), spec: other } }))
  const swapped = resumeAs(swapping)
  const named: ExperimentSpec = { ...spec, model: [linear(9), { layer: 'activation', name: 'relu' }, linear(2)] }
  expect(swapped).toEqual(resumeAs(named))
  expect(swapped).not.toEqual(resumeAs(spec))
})
