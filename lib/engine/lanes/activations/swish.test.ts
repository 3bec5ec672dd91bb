import { describe, expect, test } from 'vitest'
import { swishBetaSlope } from './swish'

describe('the slope by a learnt β', () => {
  test.each([1e19, 1.9e19, 1e20, 1e30, 3.4e38, Number.POSITIVE_INFINITY])('is 0 far out: ±%d', (x) => {
    for (const beta of [0.01, 1, -2, 30]) {
      expect(swishBetaSlope(Math.fround(x), Math.fround(beta))).toBe(0)
      expect(swishBetaSlope(Math.fround(-x), Math.fround(beta))).toBe(0)
    }
  })

  test('is x²/4 for β = 0 as long as float32 has that, and finite beyond', () => {
    expect(swishBetaSlope(3, 0)).toBe(2.25)
    expect(swishBetaSlope(1e30, 0)).toBeLessThan(Number.POSITIVE_INFINITY)
  })

  test('of NaN is NaN', () => {
    expect(swishBetaSlope(Number.NaN, 1)).toBeNaN()
  })
})
