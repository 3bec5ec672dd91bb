import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crossEntropy, float32Softmax, floorOfTwice, jacobian, lossGradient, softmax } from './softmax-maths'

const logits = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 2, maxLength: 10 })
const close = (expected: readonly number[], digits = 8) => expected.map((one) => expect.closeTo(one, digits))

describe('softmax', () => {
  test('is positive, sums to one, keeps the order and does not feel a shift', () => {
    fc.assert(
      fc.property(logits, fc.double({ min: -1000, max: 1000, noNaN: true }), (z, shift) => {
        const p = softmax(z)
        expect(p.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12)
        expect(p[z.indexOf(Math.max(...z))]).toBe(Math.max(...p))
        expect(softmax(z.map((one) => one + shift))).toEqual(close(p, 9))
      }),
    )
  })

  test('of two classes is the sigmoid of their difference', () => {
    expect(softmax([0.3, 1.7])[1]).toBeCloseTo(1 / (1 + Math.exp(-1.4)), 14)
  })
})

test('the Jacobian and the gradient are what finite differences say, once and twice, at any temperature', () => {
  const step = 1e-6
  const nudged = (z: readonly number[], at: number, by: number) => z.map((one, i) => (i === at ? one + by : one))
  for (const temperature of [0.5, 1, 3]) {
    const z = [1.2, -0.4, 0.7, 2]
    const at = (x: readonly number[]) => softmax(x.map((one) => one / temperature))
    const loss = (x: readonly number[], twice: boolean) => {
      const scaled = x.map((one) => one / temperature)
      return crossEntropy(twice ? softmax(scaled) : scaled, 2)
    }
    z.forEach((_, j) => {
      const [up, down] = [nudged(z, j, step), nudged(z, j, -step)]
      const slopes = at(up).map((one, i) => (one - (at(down)[i] ?? 0)) / (2 * step))
      expect(jacobian(z, temperature).map((row) => row[j])).toEqual(close(slopes, 6))
      for (const twice of [false, true])
        expect(lossGradient(z, temperature, 2, twice)[j]).toBeCloseTo(
          (loss(up, twice) - loss(down, twice)) / (2 * step),
          6,
        )
    })
  }
})

test('with one softmax too many the loss of ten classes has a floor of 1.461150', () => {
  const { probability, loss } = floorOfTwice(10)
  expect(probability).toBeCloseTo(0.231969, 6)
  expect(loss).toBeCloseTo(1.46115, 6)
  // Reached by certainty, and by nothing better.
  expect(crossEntropy(softmax([1000, 0, 0, 0, 0, 0, 0, 0, 0, 0]), 0)).toBeCloseTo(loss, 12)
  fc.assert(
    fc.property(logits, (z) => {
      expect(crossEntropy(softmax(z), 0)).toBeGreaterThanOrEqual(floorOfTwice(z.length).loss - 1e-12)
    }),
  )
})

describe('in float32', () => {
  test('the formula as written overflows above 88.72, and underflows far below', () => {
    expect(float32Softmax([89, 0], false)).toMatchObject({
      sum: Number.POSITIVE_INFINITY,
      probabilities: [Number.NaN, 0],
    })
    expect(float32Softmax([88, 0], false).probabilities.every(Number.isFinite)).toBe(true)
    expect(float32Softmax([-200, -201], false)).toMatchObject({ sum: 0, probabilities: [Number.NaN, Number.NaN] })
  })

  test('with the largest taken off first it never does', () => {
    fc.assert(
      fc.property(logits, fc.double({ min: -1000, max: 1000, noNaN: true }), (z, shift) => {
        const { probabilities } = float32Softmax(
          z.map((one) => (one + shift) / 0.05),
          true,
        )
        expect(probabilities.every((one) => one >= 0 && one <= 1)).toBe(true)
      }),
    )
  })
})
