import { expect, test } from 'vitest'
import { parseNumber } from './parse-number'

test.each([
  ['0.5', 0.5],
  [' 0,5 ', 0.5],
  ['−3', -3],
  ['1e-3', 0.001],
  ['-0', 0],
])('%j is %d', (typed, value) => {
  expect(parseNumber(typed, { min: -5, max: 5 })).toEqual({ value })
})

test.each([
  ['', false, 'Write a number between −5 and 5.'],
  ['abc', false, 'Write a number between −5 and 5.'],
  ['1,2,3', false, 'Write a number between −5 and 5.'],
  ['1e9', false, 'Only numbers between −5 and 5 are possible here.'],
  ['Infinity', false, 'Only numbers between −5 and 5 are possible here.'],
  ['1.5', true, 'Write a whole number between −5 and 5.'],
])('%j (whole: %s) is refused: %s', (typed, whole, problem) => {
  expect(parseNumber(typed, { min: -5, max: 5, whole })).toEqual({ problem })
})
