import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createScale, linearTicks, roundDomain } from './scale'

test.each([
  [0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [0, 3, 5, [0, 1, 2, 3]],
  [-1.2, 1.2, 5, [-1, -0.5, 0, 0.5, 1]],
  [0, 940, 5, [0, 200, 400, 600, 800]],
  [0.1, 0.45, 4, [0.1, 0.2, 0.3, 0.4]],
])('linear ticks of %d..%d, about %d', (low, high, count, expected) => {
  expect(linearTicks(low, high, count)).toEqual(expected)
})

test('a linear scale places its ends at 0 and 1, an empty domain in the middle', () => {
  const scale = createScale('linear', 2, 6)
  expect([2, 4, 6].map(scale.place)).toEqual([0, 0.5, 1])
  expect(createScale('linear', 3, 3).place(3)).toBe(0.5)
})

test('a log scale places decades evenly', () => {
  const scale = createScale('log', 0.01, 100)
  expect(scale.ticks).toEqual([0.01, 0.1, 1, 10, 100])
  expect(scale.place(1)).toBeCloseTo(0.5, 12)
})

test('less than two decades: linear ticks on the log axis', () => {
  expect(createScale('log', 0.5, 2.5).ticks).toEqual([0.5, 1, 1.5, 2, 2.5])
})

test('whatever the domain: ticks lie inside it, in order, and there are between 1 and 13', () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(value, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (low, width) => {
      const high = low + width
      const ticks = linearTicks(low, high, 5)
      expect(ticks.length).toBeGreaterThanOrEqual(1)
      expect(ticks.length).toBeLessThanOrEqual(13)
      const slack = width * 1e-6
      for (const tick of ticks) {
        expect(tick).toBeGreaterThanOrEqual(low - slack)
        expect(tick).toBeLessThanOrEqual(high + slack)
      }
      expect(ticks).toEqual([...new Set(ticks)].sort((a, b) => a - b))
      const [from, to] = roundDomain(low, high)
      expect(from).toBeLessThanOrEqual(low + slack)
      expect(to).toBeGreaterThanOrEqual(high - slack)
    }),
  )
})
