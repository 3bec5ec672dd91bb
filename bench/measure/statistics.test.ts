import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { median, outliers, rateOf, shownNumber, spreadOf } from './statistics'

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true })

describe('median', () => {
  test.each([
    [[3], 3],
    [[1, 2], 1.5],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
    [[2, 10, 9], 9],
  ])('of %j is %d', (values, expected) => expect(median(values)).toBe(expected))

  test('does not depend on the order, and leaves the list as it was', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1 }), (values) => {
        const given = [...values]
        expect(median([...values].reverse())).toBe(median(values))
        expect(values).toEqual(given)
      }),
    )
  })

  test('has as many values below as above', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1 }), (values) => {
        const middle = median(values)
        const below = values.filter((value) => value < middle).length
        const above = values.filter((value) => value > middle).length
        expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2)
      }),
    )
  })

  test('of nothing is an error, not NaN in a table', () => expect(() => median([])).toThrow(RangeError))
})

test('a spread holds its median between its ends', () => {
  fc.assert(
    fc.property(fc.array(finite, { minLength: 1 }), (values) => {
      const { median: middle, min, max } = spreadOf(values)
      expect(min).toBeLessThanOrEqual(middle)
      expect(middle).toBeLessThanOrEqual(max)
    }),
  )
})

describe('rateOf', () => {
  test('weighs bursts by their time: 10 steps in 1 s and 10 in 3 s are 5 a second', () => {
    expect(
      rateOf([
        { steps: 10, ms: 1000 },
        { steps: 10, ms: 3000 },
      ]),
    ).toBe(5)
  })
  test('no time is no speed', () => expect(() => rateOf([{ steps: 3, ms: 0 }])).toThrow(RangeError))
})

test('outliers lie further than the given part of the median from it, on either side', () => {
  expect(outliers([100, 85, 84.9, 115, 115.1, 100, 100], 0.15)).toEqual([
    { index: 2, value: 84.9 },
    { index: 4, value: 115.1 },
  ])
  expect(outliers([1, 1, 0.55], 0.15)).toEqual([{ index: 2, value: 0.55 }])
})

test.each([
  [0.5912, '0.591'],
  [23.46, '23.5'],
  [5012.4, '5,012'],
  [1_260_000, '1,260,000'],
])('%d is shown as %s', (value, text) => expect(shownNumber(value)).toBe(text))
