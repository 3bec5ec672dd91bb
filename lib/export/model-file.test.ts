import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildDataset, createTrainer, type ExperimentSpec, NUMERICS } from '@/lib/engine'
import { modelFile, type TrainedModel, weightHashOf } from './model-file'
import { parseModelFile } from './read-model-file'

const spec: ExperimentSpec = {
  version: 1,
  data: { kind: 'moons', samples: 60, noise: 0.1, seed: 1, validation: 0.2 },
  model: [
    { layer: 'linear', units: 4 },
    { layer: 'batch-norm' },
    { layer: 'activation', name: 'prelu', learnt: true },
    { layer: 'linear', units: 2 },
  ],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'adam', learningRate: 0.01 },
  batch: 8,
  epochs: 1,
  seeds: [3],
}
const dataset = buildDataset(spec.data)
const trainer = createTrainer({ spec, seed: 3, dataset })
for (const _report of trainer.run());
const model: TrainedModel = {
  ...{ spec, seed: 3, numerics: NUMERICS, dataHash: dataset.hash, step: trainer.step },
  weights: trainer.weights(),
}

const bitsOf = (values: Float32Array) => [...new Uint32Array(values.slice().buffer)]

test('a trained model comes back with every bit, its experiment, and the hash the trainer gives', () => {
  const text = modelFile(model)
  expect(parseModelFile(text)).toEqual(model)
  expect(JSON.parse(text).weightHash).toBe(trainer.weightHash())
  expect(JSON.parse(text).weights.map(({ name }: { name: string }) => name)).toEqual([
    ...['0.weight', '0.bias', '1.scale', '1.bias', '2.slope', '3.weight', '3.bias'],
    ...['1.runningMean', '1.runningVariance'],
  ])
})

test('any float32 that is finite comes back with its bits, the sign of zero too', () => {
  const finite = fc
    .integer({ min: 0, max: 2 ** 32 - 1 })
    .map((bits) => new Float32Array(Uint32Array.of(bits).buffer)[0] ?? 0)
  fc.assert(
    fc.property(fc.array(finite.filter(Number.isFinite), { minLength: 2 }), (numbers) => {
      const values = Float32Array.from([...numbers, -0, 0])
      const weights = [{ name: '0.weight', shape: [values.length], values }]
      const [back] = parseModelFile(modelFile({ ...model, weights })).weights
      expect(bitsOf(back?.values ?? new Float32Array())).toEqual(bitsOf(values))
    }),
    { numRuns: 200 },
  )
})

test('a diverged model is refused by the name of its array', () => {
  const weights = [{ name: '0.bias', shape: [1], values: Float32Array.of(Number.NaN) }]
  expect(() => modelFile({ ...model, weights })).toThrow(
    '0.bias holds NaN: the run diverged, so there is no model to save.',
  )
})

const changed = (change: (file: Record<string, never>) => object) =>
  JSON.stringify(change(JSON.parse(modelFile(model))))
test.each<[string, string, RegExp]>([
  ['text that is no JSON', 'weights: 1', /not JSON; choose a model/],
  ['another format', '{"format": "onnx"}', /not a model that was exported here: format/],
  ['a key too many', changed((file) => ({ ...file, more: 1 })), /more/],
  ['a spec that cannot be', changed((file) => ({ ...file, spec: { ...spec, batch: -1 } })), /spec\.batch/],
  ['one number changed', modelFile(model).replace(/("values": \[)-?[\d.e-]+/, '$10.123'), /its hash is of others/],
  [
    'too few numbers',
    changed((file) => ({ ...file, weights: [{ name: '0.bias', shape: [4], values: [1] }] })),
    /0\.bias has 1 numbers for shape \[4\], which needs 4/,
  ],
  [
    'a layer that is not there',
    changed((file) => ({ ...file, weights: [{ name: '9.bias', shape: [1], values: [1] }] })),
    /9\.bias belongs to none of the 4 layers/,
  ],
])('%s is refused in a sentence', (_title, text, message) => {
  expect(() => parseModelFile(text)).toThrow(message)
})

test('the hash is over what is learnt alone', () => {
  const learnt = model.weights.filter(({ name }) => !name.includes('running'))
  expect(weightHashOf(learnt)).toBe(weightHashOf(model.weights))
})
