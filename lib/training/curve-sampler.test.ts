import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CURVE_POINTS, CurveSampler } from './curve-sampler'

function sample(values: number[], points?: number) {
  const curve = new CurveSampler(values.length, points)
  values.forEach((value, i) => {
    curve.add(i + 1, value)
  })
  curve.close()
  return curve.take()
}

test('a short curve keeps every step', () => {
  expect(sample([3, 2, 1])).toEqual([
    [1, 3],
    [2, 2],
    [3, 1],
  ])
})

test('a long curve keeps means of neighbouring steps, the last bucket being what is left', () => {
  expect(sample([1, 3, 5, 7, 9], 2)).toEqual([
    [3, 3],
    [5, 8],
  ])
})

test('whatever the length: at most 200 points, in order, the last at the last step, the mean kept', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 2000 }), (all) => {
      const points = sample(all)
      expect(points.length).toBeLessThanOrEqual(CURVE_POINTS)
      expect(points.at(-1)?.[0]).toBe(all.length)
      let before = 0
      let total = 0
      for (const [step, value] of points) {
        expect(step).toBeGreaterThan(before)
        total += value * (step - before)
        before = step
      }
      expect(total).toBeCloseTo(
        all.reduce((sum, value) => sum + value, 0),
        4,
      )
    }),
  )
})

test('NaN and infinity never reach the curve', () => {
  expect(sample([1, Number.NaN, Number.POSITIVE_INFINITY, 2], 1)).toEqual([[4, 1.5]])
})

test('points are handed out once', () => {
  const curve = new CurveSampler(10)
  curve.add(1, 5)
  expect(curve.take()).toHaveLength(1)
  expect(curve.take()).toEqual([])
})
