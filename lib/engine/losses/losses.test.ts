import { describe, expect, test } from 'vitest'
import { randomFloats } from '../testing/random-floats'
import { referenceCrossEntropy } from '../testing/reference'
import { BceWithLogits } from './bce-with-logits'
import { createLoss } from './create-loss'
import { MeanSquaredError } from './mse'
import { SoftmaxCrossEntropy } from './softmax-cross-entropy'

describe('softmax cross-entropy', () => {
  const create = (capacity: number, outputs: number) => new SoftmaxCrossEntropy({ capacity, outputs, classes: outputs })

  test('ten equal logits: ln 10', () => {
    const loss = create(1, 10)
    loss.measure(new Float32Array(10).fill(3), Float32Array.of(4), 1, 1)
    expect(loss.lossSum).toBeCloseTo(Math.log(10), 14)
  })

  test('fed with probabilities instead of logits it cannot go below 1.461150 for ten classes', () => {
    const loss = create(1, 10)
    loss.measure(
      Float32Array.from({ length: 10 }, (_, i) => (i === 2 ? 1 : 0)),
      Float32Array.of(2),
      1,
      1,
    )
    expect(loss.lossSum).toBeCloseTo(1.46115, 6)
  })

  test('gradient is softmax − onehot, as finite differences say', () => {
    const logits = randomFloats(3 * 5, 1, 2)
    const targets = Float32Array.of(0, 3, 4)
    const loss = create(3, 5)
    loss.measure(logits, targets, 3, 1 / 3)
    const mean = (values: number[]) =>
      [0, 1, 2].reduce((sum, n) => sum + referenceCrossEntropy(values.slice(5 * n, 5 * n + 5), targets[n] ?? 0), 0) / 3
    for (let i = 0; i < 15; i++) {
      const moved = (h: number) => Array.from(logits, (z, j) => (j === i ? z + h : z))
      expect(loss.gradient[i]).toBeCloseTo((mean(moved(1e-5)) - mean(moved(-1e-5))) / 2e-5, 7)
    }
    expect(loss.lossSum / 3).toBeCloseTo(mean(Array.from(logits)), 6)
  })

  test('huge logits neither overflow nor vanish', () => {
    const loss = create(1, 2)
    loss.measure(Float32Array.of(1e4, -1e4), Float32Array.of(1), 1, 1)
    expect(loss.lossSum).toBe(2e4)
    expect(Array.from(loss.gradient)).toEqual([1, -1])
  })

  test('counts right answers; of equal logits the first is the answer', () => {
    const loss = create(3, 2)
    loss.measure(Float32Array.of(1, 2, 2, 1, 5, 5), Float32Array.of(1, 1, 0), 3, 1)
    expect(loss.correct).toBe(2)
  })

  test('NaN among the logits makes the loss NaN', () => {
    const loss = create(1, 3)
    loss.measure(Float32Array.of(0, Number.NaN, 1), Float32Array.of(0), 1, 1)
    expect(loss.lossSum).toBeNaN()
  })
})

describe('mean squared error', () => {
  test('regression: (y − t)² and 2(y − t)', () => {
    const loss = new MeanSquaredError({ capacity: 2, outputs: 1, classes: null })
    loss.measure(Float32Array.of(1, -1), Float32Array.of(0.5, 1), 2, 0.5)
    expect(loss.lossSum).toBe(4.25)
    expect(Array.from(loss.gradient)).toEqual([0.5, -2])
    expect(loss.countsCorrect).toBe(false)
  })

  test('two classes, one output: targets are −1 and +1, the sign is the answer', () => {
    const loss = new MeanSquaredError({ capacity: 3, outputs: 1, classes: 2 })
    loss.measure(Float32Array.of(-1, 1, -0.5), Float32Array.of(0, 1, 1), 3, 1)
    expect([loss.lossSum, loss.correct]).toEqual([2.25, 2])
  })

  test('several outputs: one-hot targets, mean over the outputs', () => {
    const loss = new MeanSquaredError({ capacity: 1, outputs: 4, classes: 4 })
    loss.measure(Float32Array.of(0, 1, 0, 2), Float32Array.of(1), 1, 1)
    expect([loss.lossSum, loss.correct]).toEqual([1, 0])
    expect(Array.from(loss.gradient)).toEqual([0, 0, 0, 1])
  })
})

describe('binary cross-entropy with logits', () => {
  const measure = (z: number, t: number) => {
    const loss = new BceWithLogits({ capacity: 1, outputs: 1, classes: 2 })
    loss.measure(Float32Array.of(z), Float32Array.of(t), 1, 1)
    return { value: loss.lossSum, slope: loss.gradient[0], correct: loss.correct }
  }

  test('a logit of 0 costs ln 2 and pulls with ½', () => {
    expect(measure(0, 1).value).toBeCloseTo(Math.LN2, 14)
    expect(measure(0, 1).slope).toBe(-0.5)
  })

  test.each([
    [2, 1],
    [2, 0],
    [-3, 1],
    [-0.5, 0],
  ])('z = %d, t = %d agrees with −log σ', (z, t) => {
    const p = 1 / (1 + Math.exp(-z))
    expect(measure(z, t).value).toBeCloseTo(-Math.log(t === 1 ? p : 1 - p), 12)
    expect(measure(z, t).slope).toBeCloseTo(p - t, 7)
    expect(measure(z, t).correct).toBe((z > 0 ? 1 : 0) === t ? 1 : 0)
  })

  test('large logits stay finite', () => {
    expect(measure(-1e4, 1).value).toBe(1e4)
    expect(measure(1e4, 1).value).toBe(0)
  })
})

test('createLoss knows every kind', () => {
  const setting = { capacity: 1, outputs: 2, classes: 2 }
  expect(createLoss({ kind: 'softmax-cross-entropy' }, setting)).toBeInstanceOf(SoftmaxCrossEntropy)
  expect(createLoss({ kind: 'mse' }, setting)).toBeInstanceOf(MeanSquaredError)
  expect(createLoss({ kind: 'bce-with-logits' }, setting)).toBeInstanceOf(BceWithLogits)
})
