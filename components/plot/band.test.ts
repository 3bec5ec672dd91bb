import { expect, test } from 'vitest'
import { bandOf, medianCurve } from './band'

const CURVES = [
  [
    [1, 5],
    [2, 10],
    [3, 7],
  ],
  [
    [1, 1],
    [3, 8],
  ],
  [
    [1, 40],
    [2, 11],
    [3, 9],
  ],
] as const

test('a band and a middle are at each x that all curves have, in order', () => {
  expect(bandOf(CURVES)).toEqual([
    [1, 1, 40],
    [3, 7, 9],
  ])
  expect(medianCurve(CURVES)).toEqual([
    [1, 5],
    [3, 8],
  ])
})

test('of two the lower is the middle; of none there is nothing', () => {
  expect(medianCurve([[[0, 3]], [[0, 2]]])).toEqual([[0, 2]])
  expect([bandOf([]), medianCurve([])]).toEqual([[], []])
})
