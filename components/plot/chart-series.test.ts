import { expect, test } from 'vitest'
import { type ChartPoint, extentOf, nearestIndex, sharedPositions, valueAt } from './chart-series'

const series = (...points: ChartPoint[]) => ({ id: 'a', label: 'A', color: 'red', points })
const a = series([1, 5], [3, 4], [9, -2])
const b = series([2, 0], [3, 7])

test('positions of several series are merged in order', () => {
  expect(sharedPositions([a, b])).toEqual([1, 2, 3, 9])
})

test('a value is read only where there is one', () => {
  expect([1, 2, 3, 9, 10].map((x) => valueAt(a, x))).toEqual([5, null, 4, -2, null])
  expect(valueAt(series(), 1)).toBeNull()
})

test('the nearest position', () => {
  expect([-5, 1.4, 2.6, 100].map((x) => nearestIndex([1, 2, 3, 9], x))).toEqual([0, 0, 2, 3])
  expect(nearestIndex([], 1)).toBe(-1)
})

test('extents over all series, null over nothing', () => {
  expect(extentOf([a, b], 0)).toEqual([1, 9])
  expect(extentOf([a, b], 1)).toEqual([-2, 7])
  expect(extentOf([series()], 1)).toBeNull()
})
