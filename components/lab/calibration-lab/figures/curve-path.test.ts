import { expect, test } from 'vitest'
import { steps, thinPath } from './curve-path'

test.each<[what: string, points: [number, number][], path: string]>([
  ['nothing', [], ''],
  ['one point', [[1, 2]], 'M1 2'],
  [
    'what falls on one spot is one point',
    [
      [0, 0],
      [0.1, 0.2],
      [1, 1],
    ],
    'M0 0L1 1',
  ],
  [
    'a row and a column keep their ends',
    [
      [0, 0],
      [1, 0],
      [2, 0],
      [2, 5],
      [2, 9],
    ],
    'M0 0L2 0L2 9',
  ],
  [
    'one that turns back is kept, however far it went',
    [
      [0, 0],
      [0, 8],
      [0, 3],
    ],
    'M0 0L0 8L0 3',
  ],
  [
    'a slope is kept point by point',
    [
      [0, 0],
      [1, 1],
      [2, 2],
    ],
    'M0 0L1 1L2 2',
  ],
])('%s', (_, points, path) => {
  expect(thinPath(points)).toBe(path)
})

test('a thousand points that rise in steps are as many corners as a screen has', () => {
  const points = Array.from({ length: 5000 }, (_, n): [number, number] => [n / 20, Math.floor(n / 500)])
  expect(thinPath(steps(points)).split('L').length).toBeLessThan(25)
  expect(
    steps([
      [0, 0],
      [2, 1],
    ]),
  ).toEqual([
    [0, 0],
    [0, 1],
    [2, 1],
  ])
})
