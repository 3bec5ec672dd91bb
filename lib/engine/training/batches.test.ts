import { expect, test } from 'vitest'
import { buildDataset } from '../data/build-dataset'
import { readInputs } from '../data/dataset'
import type { LayerSpec } from '../spec/layer-spec'
import type { ExperimentSpec } from '../spec/spec'
import { firstBatches } from './batches'
import { createTrainer } from './create-trainer'
import { openRun } from './opening'

const linear = (units: number): LayerSpec => ({ layer: 'linear', units })
const PLANAR: ExperimentSpec = {
  version: 1,
  data: { kind: 'spiral', samples: 60, noise: 0.05, seed: 7, validation: 0.2 },
  model: [linear(6), { layer: 'activation', name: 'tanh' }, linear(2)],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'sgd', learningRate: 0.1 },
  batch: 9,
  epochs: 3,
  seeds: [0],
}
const IMAGES: ExperimentSpec = {
  ...PLANAR,
  data: { kind: 'drawn-ten', train: 40, validation: 8, seed: 1, augment: ['flip', 'shift'] },
  model: [{ layer: 'conv2d', channels: 3, kernel: 3, stride: 4 }, { layer: 'flatten' }, linear(10)],
  batch: 16,
}

/** Mean softmax cross-entropy of logits, in double precision. */
function crossEntropy(logits: Float32Array, labels: Float32Array, classes: number): number {
  const losses = Array.from(labels, (label, n) => {
    const row = [...logits.subarray(n * classes, (n + 1) * classes)]
    return Math.log(row.reduce((sum, z) => sum + Math.exp(z), 0)) - (row[label] ?? Number.NaN)
  })
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length
}

test.each([
  ['points of the plane, over three epochs', PLANAR, 2],
  ['images that are mirrored and moved', IMAGES, 10],
] as const)('%s: the trainer’s loss of each step is its network’s loss on that batch', (_title, spec, classes) => {
  const dataset = buildDataset(spec.data)
  const trainer = createTrainer({ spec, seed: 3, dataset })
  const batches = firstBatches({ spec, seed: 3, dataset }, trainer.steps)
  let batch = batches[0]
  let expected = batch ? crossEntropy(trainer.predict(batch.inputs, spec.batch), batch.labels, classes) : Number.NaN
  for (const report of trainer.run()) {
    if (report.status !== 'stepped') continue
    expect(report.loss / expected).toBeCloseTo(1, 5)
    batch = batches[report.step]
    if (batch) expected = crossEntropy(trainer.predict(batch.inputs, spec.batch), batch.labels, classes)
  }
  expect(trainer.step).toBe(batches.length)
})

test('what dropout keeps is what the trainer keeps: the loss of a network that is nothing else', () => {
  const model: LayerSpec[] = [{ layer: 'dropout', rate: 0.5 }, linear(2)]
  const spec: ExperimentSpec = { ...PLANAR, model, optimizer: { kind: 'sgd', learningRate: 0.01 } }
  const dataset = buildDataset(spec.data)
  const opening = openRun(createTrainer({ spec, seed: 5, dataset }), { spec, seed: 5, dataset }, 1)
  const [batch] = opening.batches
  const mask = batch?.kept[0]?.mask ?? new Uint8Array()
  const dropped = Float32Array.from(batch?.inputs ?? [], (x, i) => 2 * x * (mask[i] ?? 0))
  // Outside training nothing is dropped, so what it kept can be handed in.
  const logits = createTrainer({ spec, seed: 5, dataset }).predict(dropped, spec.batch)
  expect((opening.losses[0] ?? 0) / crossEntropy(logits, batch?.labels ?? new Float32Array(), 2)).toBeCloseTo(1, 5)
  expect(new Set(mask)).toEqual(new Set([0, 1]))
})

test('an opening has the first weights by name, the losses, and no more batches than the run has steps', () => {
  const dataset = buildDataset(PLANAR.data)
  const create = () => createTrainer({ spec: PLANAR, seed: 1, dataset })
  const opening = openRun(create(), { spec: PLANAR, seed: 1, dataset }, 100)
  expect(opening.weights.map(({ name, shape }) => [name, shape])).toEqual([
    ['0.weight', [6, 2]],
    ['0.bias', [6]],
    ['2.weight', [2, 6]],
    ['2.bias', [2]],
  ])
  expect(opening.weights.map(({ values }) => values)).toEqual(create().checkpoint().weights)
  expect([opening.steps, opening.losses.length, opening.batches.length]).toEqual([15, 15, 15])
  expect(opening.batches.map(({ step }) => step)).toEqual([...opening.losses.keys()])
})

test('a run that diverges has an opening up to there', () => {
  const spec: ExperimentSpec = { ...PLANAR, loss: { kind: 'mse' }, optimizer: { kind: 'sgd', learningRate: 1000 } }
  const dataset = buildDataset(spec.data)
  const { losses, batches } = openRun(createTrainer({ spec, seed: 1, dataset }), { spec, seed: 1, dataset }, 10)
  expect(losses.length).toBeGreaterThan(0)
  expect(losses.length).toBeLessThan(10)
  expect(batches.length).toBe(losses.length)
})

test('without augmentation a batch holds the examples as they are, each once an epoch', () => {
  const dataset = buildDataset(PLANAR.data)
  const all = readInputs(dataset.train, 2, 0, dataset.train.count)
  const pairs = (inputs: Float32Array) =>
    Array.from({ length: inputs.length / 2 }, (_, n) => inputs.slice(2 * n, 2 * n + 2).join())
  const seen = firstBatches({ spec: PLANAR, seed: 2, dataset }, 5).flatMap(({ inputs }) => pairs(inputs))
  expect(new Set(seen).size).toBe(45)
  expect(pairs(all)).toEqual(expect.arrayContaining(seen))
})
