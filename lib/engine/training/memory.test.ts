/** What a run takes of memory: a fixed arena, and nothing more at each step. */
import { setTimeout as wait } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { buildDataset } from '../data/build-dataset'
import { CIFAR10_RECORD_BYTES, parseCifar10 } from '../data/cifar10'
import type { Dataset } from '../data/dataset'
import { createRng } from '../random/rng'
import type { ExperimentSpec, LayerSpec } from '../spec/spec'
import { BACKENDS } from '../testing/backends'
import { createTrainer } from './create-trainer'
import type { Trainer } from './trainer'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

const MEGABYTE = 1_000_000
const STEPS = 10_000
const STRETCH = 2000
/** A megabyte in 10,000 steps; the measuring itself leaves 25 kB. */
const ALLOWED = 25_000 + (MEGABYTE / STEPS) * STRETCH
const COMPILER_MS = 50

const tanh = (units: number): LayerSpec[] => [
  { layer: 'linear', units },
  { layer: 'activation', name: 'tanh' },
]

/** The reference MLP, 2→8→8→1. */
const MLP: ExperimentSpec = {
  version: 1,
  data: { kind: 'spiral', samples: 500, noise: 0.1, seed: 7, validation: 0.2 },
  model: [...tanh(8), ...tanh(8), ...tanh(1)],
  loss: { kind: 'mse' },
  optimizer: { kind: 'sgd', learningRate: 0.03 },
  batch: 10,
  epochs: 1,
  seeds: [0],
}

/** So many points that an epoch is longer than a test: no evaluation comes in between. */
function manyPoints(count: number): Dataset {
  const rng = createRng(0, 'data')
  const set = (size: number) => ({
    inputs: Float32Array.from({ length: 2 * size }, () => rng.normal()),
    labels: Float32Array.from({ length: size }, () => rng.below(2)),
    count: size,
  })
  return { name: 'points', inputShape: [2], classes: ['a', 'b'], train: set(count), validation: set(10), hash: '' }
}

function trainSteps(reports: ReturnType<Trainer['run']>, trainer: Trainer, steps: number): void {
  const end = trainer.step + steps
  while (trainer.step < end) if (reports.next().done) throw new Error('The run is too short.')
}

const DROPPING: ExperimentSpec = {
  ...MLP,
  model: [...tanh(8), { layer: 'dropout', rate: 0.2 }, ...tanh(8), { layer: 'alpha-dropout', rate: 0.1 }, ...tanh(1)],
}

const CLASSIFYING: ExperimentSpec = {
  ...MLP,
  model: [...tanh(8), { layer: 'linear', units: 2 }],
  loss: { kind: 'softmax-cross-entropy' },
}

const FOCAL: ExperimentSpec = { ...CLASSIFYING, loss: { kind: 'softmax-cross-entropy', focalGamma: 2 } }

const BINARY: ExperimentSpec = {
  ...MLP,
  model: [...tanh(8), { layer: 'linear', units: 1 }],
  loss: { kind: 'bce-with-logits' },
}

/** A batch of eight chunks, worked on as a CNN's is: by many calls, with heartbeats between them. */
const CHUNKS: ExperimentSpec = {
  ...CLASSIFYING,
  model: [...tanh(60), ...tanh(60), { layer: 'linear', units: 2 }],
  batch: 32,
}

describe('10,000 steps of a small network', () => {
  // The twins do allocate, whatever V8 cannot keep in registers; that garbage goes as it comes.
  test.each([
    ['kernels', 'the reference MLP', MLP],
    ['kernels-shared', 'the reference MLP', MLP],
    ['kernels', 'one with dropout', DROPPING],
    ['kernels', 'one with cross-entropy', CLASSIFYING],
    ['kernels', 'one with focal loss', FOCAL],
    ['kernels', 'one with binary cross-entropy', BINARY],
    ['kernels', 'one whose batch is eight chunks', CHUNKS],
    ['kernels-shared', 'one whose batch is eight chunks', CHUNKS],
  ] as const)('%s, %s: a step leaves no garbage', async (name, _, spec) => {
    const trainer = createTrainer({ spec, seed: 0, dataset: manyPoints(62_000 * spec.batch), backend: BACKENDS[name] })
    trainer.reportEvery = 1000
    const reports = trainer.run()
    trainSteps(reports, trainer, 2 * STEPS)
    // In stretches, of which one has to do: in others a collection comes, or code runs that is not compiled to its end yet,
    // which boxes every number. The compiler is a thread of its own, that a busy machine starves while this one trains on
    // and on; so it is given time, and what it has done is put in place when a loop is entered again.
    const grown: number[] = []
    for (let tries = 0; tries < 20 && !grown.some((bytes) => bytes > 0 && bytes < ALLOWED); tries++) {
      if (tries > 0) await wait(COMPILER_MS)
      // Nothing is collected between the two readings if the space for new objects is empty before them.
      collect()
      const before = process.memoryUsage().heapUsed
      trainSteps(reports, trainer, STRETCH)
      grown.push(process.memoryUsage().heapUsed - before)
    }
    expect(Math.min(...grown.filter((bytes) => bytes > 0))).toBeLessThan(ALLOWED)
  })

  const backends = ['kernels', 'kernels-shared', 'twins'] as const
  test.each(backends)('%s: nothing stays behind, reports and evaluations included', (name) => {
    const spec = { ...MLP, epochs: 1000, probes: ['dead-units' as const, 'update-ratio' as const] }
    const trainer = createTrainer({ spec, seed: 0, dataset: buildDataset(spec.data), backend: BACKENDS[name] })
    const reports = trainer.run()
    trainSteps(reports, trainer, STEPS / 4)
    collect()
    const before = process.memoryUsage().heapUsed
    trainSteps(reports, trainer, STEPS)
    collect()
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(MEGABYTE)
  })
})

describe('the reference CNN with 4,000 + 1,000 images, batch 32', () => {
  const block = (channels: number): LayerSpec[] => [
    { layer: 'conv2d', channels, kernel: 3 },
    { layer: 'activation', name: 'relu' },
    { layer: 'max-pool2d', size: 2 },
  ]
  const spec: ExperimentSpec = {
    version: 1,
    data: { kind: 'cifar10', train: 4000, validation: 1000, standardise: 'per-channel', augment: [] },
    model: [...block(16), ...block(32), ...block(64), { layer: 'flatten' }, { layer: 'linear', units: 10 }],
    loss: { kind: 'softmax-cross-entropy' },
    optimizer: { kind: 'adam', learningRate: 0.001 },
    batch: 32,
    epochs: 1,
    seeds: [0],
  }
  const images = (count: number) => new Uint8Array(count * CIFAR10_RECORD_BYTES)
  const cifar10 = parseCifar10([
    { name: 'data_batch_1.bin', bytes: images(4000) },
    { name: 'test_batch.bin', bytes: images(1000) },
  ])
  const dataset = buildDataset(spec.data, { cifar10 })

  test.each([1, 2, 4, 8])('the arena is smaller than 64 MB on %i threads', (count) => {
    const threads = { count, spawn: () => {} }
    const trainer = createTrainer({ spec, seed: 0, dataset, backend: BACKENDS['kernels-shared'], threads })
    expect(trainer.arenaBytes).toBeGreaterThan(5000 * 32 * 32 * 3)
    expect(trainer.arenaBytes).toBeLessThan(64 * MEGABYTE)
  })
})
