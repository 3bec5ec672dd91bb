import { expect, test } from 'vitest'
import { scored } from './testing/any-scores'
import { scoresCsv, thresholdsCsv } from './threshold-csv'
import { type ThresholdCurve, thresholdCurve } from './threshold-curve'

const points = scored([Math.log(3), 0, 0, -Math.log(3)], [1, 1, 0, 0])
const rows = (csv: string) => csv.split('\r\n').map((line) => line.split(','))

test('a row for each trade, with nothing in place of a share of nothing', () => {
  const [head, none, first, ...rest] = rows(thresholdsCsv(points, thresholdCurve(points) as ThresholdCurve, 1))
  expect(head).toHaveLength(10)
  expect(none?.map((cell) => cell || null)).toEqual(['0.875', '0', '0', '2', '2', '0', null, '0', '0', '0.5'])
  expect(first?.map(Number)).toEqual([0.625, 1, 0, 1, 2, 0.5, 1, 0, 2 / 3, 0.75])
  expect(rest).toHaveLength(3)
  expect(rest.at(-1)).toEqual([''])
})

test('a row for each point held back, with its half', () => {
  const model = { validation: points, test: scored([2], [0]), curve: null, fitted: null }
  const [head, surest, , , , other] = rows(scoresCsv(model, 2))
  expect(head?.at(-1)).toBe('at T = 2')
  expect(surest?.slice(0, 2)).toEqual(['validation', '1'])
  expect(surest?.slice(2).map(Number)).toEqual([
    Math.log(3),
    expect.closeTo(0.75, 12),
    expect.closeTo(Math.sqrt(3) / (1 + Math.sqrt(3)), 12),
  ])
  expect(other?.slice(0, 3)).toEqual(['test', '0', '2'])
})
