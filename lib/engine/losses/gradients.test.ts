/** Every loss with every option against three judges: PyTorch's golden numbers, the tape, and central differences. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { centralDifference } from '../autograd/central-difference'
import * as tape from '../autograd/losses'
import { type Tensor, tensor } from '../autograd/tensor'
import { goldenLosses } from '../golden/golden'
import type { LossSpec } from '../spec/loss-spec'
import { createLoss } from './create-loss'

/** Half a unit in the last place: the gradient is rounded to float32 once, and otherwise exact. */
const ROUNDING = 1.0001 * 2 ** -24

function expectRounded(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(actual.length).toBe(expected.length)
  Array.from(expected).forEach((value, i) => {
    expect(Math.abs((actual[i] ?? Number.NaN) - value), `number ${i}`).toBeLessThanOrEqual(
      ROUNDING * Math.abs(value) + 1e-15,
    )
  })
}

function expectSame(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)))
}

/** Loss sum and gradient of the mean of a batch, measured in chunks of `chunk` examples. */
function measure(spec: LossSpec, batch: Batch, chunk = batch.targets.length) {
  const { targets, outputs, width, classes } = batch
  const count = targets.length
  const loss = createLoss(spec, { capacity: chunk, outputs: width, classes })
  const gradient: number[] = []
  let sum = 0
  for (let first = 0; first < count; first += chunk) {
    const size = Math.min(chunk, count - first)
    const rows = Float32Array.from(outputs.slice(first * width, (first + size) * width))
    loss.scale[0] = 1 / count
    loss.measure(rows, Float32Array.from(targets.slice(first, first + size)), size)
    sum += loss.lossSum
    gradient.push(...loss.gradient.subarray(0, size * width))
  }
  return { sum, gradient }
}

interface Batch {
  outputs: number[]
  width: number
  targets: number[]
  classes: number | null
}

describe('PyTorch', () => {
  const batchOf = (golden: (typeof goldenLosses)[number]): Batch => ({
    outputs: golden.outputs.values,
    width: golden.outputs.shape[1] ?? 1,
    targets: golden.targets,
    classes: golden.classes,
  })

  test.each(goldenLosses.map((golden) => [golden.name, golden] as const))('%s', (_, golden) => {
    const { sum, gradient } = measure(golden.spec, batchOf(golden))
    expectSame(sum / golden.targets.length, golden.loss)
    expectRounded(gradient, golden.gradient)
  })

  const weighted = goldenLosses.filter(({ pytorchMean }) => pytorchMean !== undefined)
  test.each(weighted.map((golden) => [golden.name, golden] as const))(
    "PyTorch's mean divides by the targets' weights, ours by their number: %s",
    (_, golden) => {
      const weights = golden.spec.kind === 'softmax-cross-entropy' ? (golden.spec.classWeights ?? []) : []
      const divisor = golden.targets.reduce((total, target) => total + (weights[target] ?? Number.NaN), 0)
      expectSame(measure(golden.spec, batchOf(golden)).sum / divisor, golden.pytorchMean ?? Number.NaN)
    },
  )
})

/** Multiples of 1/64, so that steps of 1/1024 from them are exact in float32. */
const values = (length: number, bound: number) =>
  fc
    .array(fc.integer({ min: -64 * bound, max: 64 * bound }), { minLength: length, maxLength: length })
    .map((all) => all.map((value) => value / 64))
const part = fc.integer({ min: 0, max: 19 }).map((value) => value / 20)
const size = { count: fc.integer({ min: 1, max: 9 }), width: fc.integer({ min: 2, max: 6 }) }

const classBatches = fc.record(size).chain(({ count, width }) =>
  fc.record({
    outputs: values(count * width, 12),
    width: fc.constant(width),
    targets: fc.array(fc.nat({ max: width - 1 }), { minLength: count, maxLength: count }),
    classes: fc.constant(width),
    classWeights: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: width, maxLength: width }),
  }),
)
const binaryBatches = size.count.chain((count) =>
  fc.record({
    outputs: values(count, 12),
    width: fc.constant(1),
    targets: fc.array(fc.nat({ max: 1 }), { minLength: count, maxLength: count }),
    classes: fc.constant(2),
  }),
)
const regressionBatches = size.count.chain((count) =>
  // Targets lie between the outputs' steps, so that no difference is 0 or δ, where slopes jump.
  fc.record({
    outputs: values(count, 4),
    width: fc.constant(1),
    targets: values(count, 4).map((all) => all.map((value) => value + 1 / 128)),
    classes: fc.constant(null),
  }),
)

type Judge = (y: Tensor, batch: Batch) => Tensor
const cases: [string, fc.Arbitrary<{ spec: LossSpec; batch: Batch; judge: Judge }>][] = [
  [
    'softmax cross-entropy, weighted and smoothed',
    fc.tuple(classBatches, part).map(([batch, labelSmoothing]) => {
      const options = { classWeights: batch.classWeights, labelSmoothing }
      const judge: Judge = (y) => tape.softmaxCrossEntropy(y, batch.targets, options)
      return { spec: { kind: 'softmax-cross-entropy', ...options }, batch, judge }
    }),
  ],
  [
    'softmax cross-entropy, focal, weighted and smoothed',
    fc.tuple(classBatches, part, fc.integer({ min: 1, max: 10 })).map(([batch, labelSmoothing, halves]) => {
      const options = { classWeights: batch.classWeights, labelSmoothing, focalGamma: halves / 2 }
      const judge: Judge = (y) => tape.softmaxCrossEntropy(y, batch.targets, options)
      return { spec: { kind: 'softmax-cross-entropy', ...options }, batch, judge }
    }),
  ],
  [
    'softmax twice',
    classBatches.map((batch) => ({
      spec: { kind: 'softmax-twice' },
      batch,
      judge: (y) => tape.softmaxTwice(y, batch.targets),
    })),
  ],
  [
    'bce with logits',
    fc.tuple(binaryBatches, part, fc.integer({ min: 1, max: 40 })).map(([batch, labelSmoothing, quarters]) => {
      const options = { positiveWeight: quarters / 4, labelSmoothing }
      const judge: Judge = (y) => tape.bceWithLogits(y, batch.targets, options)
      return { spec: { kind: 'bce-with-logits', ...options }, batch, judge }
    }),
  ],
  [
    'mse',
    regressionBatches.map((batch) => ({ spec: { kind: 'mse' }, batch, judge: (y) => tape.mse(y, batch.targets) })),
  ],
  [
    'mae',
    regressionBatches.map((batch) => ({ spec: { kind: 'mae' }, batch, judge: (y) => tape.mae(y, batch.targets) })),
  ],
  [
    'huber',
    fc.tuple(regressionBatches, fc.integer({ min: 1, max: 12 })).map(([batch, quarters]) => ({
      spec: { kind: 'huber', delta: quarters / 4 },
      batch,
      judge: (y) => tape.huber(y, batch.targets, { delta: quarters / 4 }),
    })),
  ],
]

describe.each(cases)('%s', (_, arbitrary) => {
  test('loss and gradient are the tape’s, rounded once', () => {
    fc.assert(
      fc.property(arbitrary, ({ spec, batch, judge }) => {
        const { outputs, width, targets } = batch
        const y = tensor([targets.length, width], outputs)
        const mean = judge(y, batch)
        mean.backward()
        const { sum, gradient } = measure(spec, batch)
        expectSame(sum / targets.length, mean.data[0] ?? Number.NaN)
        expectRounded(gradient, y.grad)
      }),
    )
  })

  test('the gradient is what central differences of the loss say', () => {
    fc.assert(
      fc.property(arbitrary, fc.nat(), ({ spec, batch }, pick) => {
        const place = pick % batch.outputs.length
        const moved = (value: number) => batch.outputs.map((old, i) => (i === place ? value : old))
        const slope = centralDifference(
          (value) => measure(spec, { ...batch, outputs: moved(value) }).sum / batch.targets.length,
          batch.outputs[place] ?? Number.NaN,
          1 / 1024,
        )
        const found = measure(spec, batch).gradient[place] ?? Number.NaN
        expect(Math.abs(found - slope)).toBeLessThan(1e-6 * Math.max(1e-2, Math.abs(slope)))
      }),
    )
  })

  test('cut into chunks of any size, a batch has the same gradient to the bit, and the same sum', () => {
    fc.assert(
      fc.property(arbitrary, fc.integer({ min: 1, max: 9 }), ({ spec, batch }, chunk) => {
        const whole = measure(spec, batch)
        const cut = measure(spec, batch, chunk)
        expect(cut.gradient).toEqual(whole.gradient)
        expectSame(cut.sum, whole.sum)
      }),
    )
  })
})
