/** Looking into a network that somebody else trained: what is read is that network's, whoever asks and in which order. */
import { expect, test } from 'vitest'
import { createTrainer, type ExperimentSpec, type NamedNumbers, TWINS_BACKEND } from '@/lib/engine'
import { loadData } from '@/lib/training/data/load-data'
import { needsOf } from '@/lib/training/trainer-parts'
import { confusionOf } from './judgement'
import type { LookAnswer, LookQuestion } from './look-protocol'
import { LookSession } from './look-session'

/** As the reference CNN, and small enough for the twins. */
const spec: ExperimentSpec = {
  version: 1,
  data: { kind: 'drawn-ten', train: 8, validation: 20, seed: 3 },
  model: [
    { layer: 'conv2d', channels: 3, kernel: 3 },
    { layer: 'activation', name: 'gelu' },
    { layer: 'max-pool2d', size: 2 },
    { layer: 'conv2d', channels: 4, kernel: 3, stride: 2 },
    { layer: 'activation', name: 'relu' },
    { layer: 'flatten' },
    { layer: 'linear', units: 10 },
  ],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'adam', learningRate: 0.01 },
  batch: 8,
  epochs: 1,
  seeds: [0],
}

const ports = {
  fetch: () => Promise.reject(new Error('none')),
  caches: undefined,
  loadHardware: async () => ({ backend: TWINS_BACKEND }),
}
const loaded = await loadData(spec.data, needsOf([spec]), ports, new AbortController().signal, () => undefined)
const load = async () => loaded
const { dataset } = loaded
const trainer = createTrainer({ spec, seed: 5, dataset })
const accuracy = [...trainer.run()]
  .map((report) => (report.status === 'finished' ? report.validation.accuracy : null))
  .at(-1)
const weights = trainer.weights()

const ask = (own: NamedNumbers[], more: Partial<LookQuestion> = {}): LookQuestion => ({
  ...{ spec, weights: own, image: 2, layers: [1, 4], judge: true },
  ...more,
})

function seen(answer: LookAnswer) {
  if (answer.kind === 'failed') throw new Error(answer.message)
  return answer
}

test('what it says of the held-back images is what the trainer counted, and its mistakes are shown as they are', async () => {
  const { judgement } = seen(await new LookSession({ load }).answer(ask(weights)))
  if (judgement === null) throw new Error('Nothing was judged.')
  const confusion = confusionOf(judgement.labels, judgement.said.classes, 10)
  expect(confusion.reduce((sum, row, is) => sum + (row[is] ?? 0), 0) / 20).toBeCloseTo(accuracy ?? Number.NaN, 12)
  expect(judgement.mistakes.length).toBeGreaterThan(0)
  const [worst = -1] = judgement.mistakes
  expect(judgement.pictures.labels[0]).toBe(dataset.validation.labels[worst])
  expect([...judgement.pictures.rgba.subarray(0, 3)]).toEqual([
    ...dataset.validation.inputs.subarray(worst * 3072, worst * 3072 + 3),
  ])
})

test('maps of a layer whose convolution, activation and pool are one in the network that trains', async () => {
  const session = new LookSession({ load })
  const { image } = seen(await session.answer(ask(weights)))
  expect(image.maps.map(({ layer, height, width, channels }) => [layer, height, width, channels])).toEqual([
    [1, 32, 32, 3],
    [4, 8, 8, 4],
  ])
  // GELU of 0 is 0, and nothing of it lies below its minimum; ReLU is never below 0.
  const [gelu, relu] = image.maps.map(({ values }) => values)
  expect(Math.min(...(gelu ?? []))).toBeGreaterThan(-0.17)
  expect(Math.min(...(gelu ?? []))).toBeLessThan(0)
  expect(Math.min(...(relu ?? []))).toBe(0)
  expect(image.said.classes).toEqual([winner(trainer.predict(inputOf(2), 1))])
  // The last layer's numbers are the network's answer itself, to the bit.
  const logits = seen(await session.answer(ask(weights, { layers: [6], judge: false })))
  expect(logits.judgement).toBeNull()
  expect([...(logits.image.maps[0]?.values ?? [])]).toEqual([...trainer.predict(inputOf(2), 1)])
})

test('other weights of the same network are other maps; weights of another network are refused in a sentence', async () => {
  const session = new LookSession({ load })
  const first = seen(await session.answer(ask(weights)))
  const doubled = weights.map(({ values, ...rest }) => ({ ...rest, values: values.map((value) => 2 * value) }))
  const other = seen(await session.answer(ask(doubled)))
  expect(other.image.maps[0]?.values).not.toEqual(first.image.maps[0]?.values)
  expect(seen(await session.answer(ask(weights))).image.maps).toEqual(first.image.maps)
  const cut = weights.map(({ values, ...rest }, at) => ({ ...rest, values: at === 0 ? values.slice(1) : values }))
  expect(await session.answer(ask(cut))).toEqual({
    kind: 'failed',
    message: '0.weight has 81 numbers, and 80 were given; take the weights of the same model.',
  })
  expect(seen(await session.answer(ask(weights))).image.maps).toEqual(first.image.maps)
})

test('an image that is not there means the last', async () => {
  const { image } = seen(await new LookSession({ load }).answer(ask(weights, { image: 999, judge: false })))
  expect(image.place).toBe(19)
})

function inputOf(place: number): Float32Array {
  const { inputs, levels } = dataset.validation
  const bytes = inputs.subarray(place * 3072, (place + 1) * 3072)
  return Float32Array.from(bytes, (byte, i) => levels?.[(i % 3) * 256 + byte] ?? 0)
}

const winner = (outputs: Float32Array) => outputs.indexOf(Math.max(...outputs))
