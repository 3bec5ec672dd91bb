import { describe, expect, test } from 'vitest'
import { buildDataset } from '../data/build-dataset'
import type { LayerSpec } from '../spec/layer-spec'
import type { ExperimentSpec } from '../spec/spec'
import { BACKENDS } from '../testing/backends'
import { createTrainer } from '../training/create-trainer'
import type { EvaluatedReport } from '../training/report'
import type { Trainer } from '../training/trainer'
import { type BatchProbe, observeBatches } from './observe-batches'
import { PROBE_KIT } from './probe-kit'

const NAMES: BatchProbe[] = ['gradient-norm', 'activation-mean-variance', 'saturation', 'activation-histogram']

/** `units` decides whether a batch is one chunk or several. */
function specOf(units: number, between: LayerSpec[] = []): ExperimentSpec {
  return {
    version: 1,
    data: { kind: 'moons', samples: 80, noise: 0.1, seed: 5, validation: 0.2 },
    model: [
      { layer: 'linear', units, init: { name: 'he-normal', gain: 2 } },
      ...between,
      { layer: 'activation', name: 'tanh' },
      { layer: 'linear', units, initialBias: 0.3 },
      ...between,
      { layer: 'activation', name: 'relu' },
      { layer: 'linear', units: 2 },
    ],
    loss: { kind: 'softmax-cross-entropy' },
    optimizer: { kind: 'sgd', learningRate: 0.5 },
    // Of 64 examples.
    batch: 32,
    epochs: 2,
    seeds: [0],
  }
}
const read = ({ parts }: Trainer, names: readonly BatchProbe[]) => observeBatches(parts, names, PROBE_KIT)
const trainerOf = (spec: ExperimentSpec, backend = BACKENDS.kernels, evaluateAt: number[] = []): Trainer =>
  createTrainer({ spec, seed: 3, dataset: buildDataset(spec.data), backend, evaluateAt })

describe.each(Object.entries(BACKENDS))('%s', (_, backend) => {
  test.each([
    ['one chunk', 6],
    ['several chunks', 64],
  ])('without batch norm it reads what the observer reads, a batch being %s', (_name, units) => {
    const spec = specOf(units)
    const observed = trainerOf({ ...spec, probes: NAMES }, backend, [0])
    const [report] = observed.run() as Iterable<EvaluatedReport>
    const readings = read(trainerOf(spec, backend), NAMES)
    const wanted = report?.status === 'evaluated' ? report.probes : []
    expect(readings.map(({ probe, layer }) => `${probe} ${layer}`)).toEqual(
      wanted.map(({ probe, layer }) => `${probe} ${layer}`),
    )
    for (const [i, { value }] of readings.entries()) expect(value / (wanted[i]?.value ?? 0) - 1 || 0).toBeCloseTo(0, 5)
  })

  test.each([
    ['one chunk', 6],
    ['several chunks', 64],
  ])('with batch norm, gradients are those that a step is made by, a batch being %s', (_name, units) => {
    const spec = { ...specOf(units, [{ layer: 'batch-norm' }]), batch: 64, epochs: 1 }
    const trainer = trainerOf(spec, backend)
    const readings = read(trainer, ['gradient-norm'])
    const weightsOf = () => trainer.weights().filter(({ name }) => !name.includes('running'))
    const before = weightsOf()
    for (const { status } of trainer.run()) if (status === 'stepped') break
    const after = weightsOf()
    for (const { layer, value } of readings) {
      const squares = before.flatMap(({ name, values }, i) =>
        name.startsWith(`${layer}.`) ? [...values].map((w, k) => ((w - (after[i]?.values[k] ?? 0)) / 0.5) ** 2) : [],
      )
      const moved = Math.sqrt(squares.reduce((sum, square) => sum + square, 0))
      // A bias before a batch norm has no gradient but rounding.
      expect(moved).toBeGreaterThan(0)
      expect(value / moved).toBeCloseTo(1, 3)
    }
  })
})

test('behind a batch norm the outputs have mean 0 and variance 1 from the first step on', () => {
  // In chunks, each of which keeps its own numbers.
  const spec = specOf(64, [{ layer: 'batch-norm' }])
  const model = spec.model.map((layer): LayerSpec => (layer.layer === 'activation' ? { ...LINEAR } : layer))
  for (const { details } of read(trainerOf({ ...spec, model }), ['activation-mean-variance'])) {
    expect(details.mean).toBeCloseTo(0, 5)
    expect(details.variance).toBeCloseTo(1, 3)
  }
})
const LINEAR = { layer: 'activation', name: 'linear' } as const

test.each([
  ['plain', []],
  ['with batch norm', [{ layer: 'batch-norm' }]],
] as [string, LayerSpec[]][])('looking changes no weight of a run, %s', (_, between) => {
  const plain = trainerOf(specOf(64, between))
  for (const _report of plain.run());
  const looked = trainerOf(specOf(64, between))
  const first = read(looked, NAMES)
  expect(read(looked, NAMES)).toEqual(first)
  for (const { status } of looked.run()) if (status === 'stepped') read(looked, NAMES)
  expect(looked.weightHash()).toBe(plain.weightHash())
  expect(read(looked, NAMES)).not.toEqual(first)
})
