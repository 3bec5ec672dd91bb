import { expect, test } from 'vitest'
import { LARGEST_LOSS, lossProblem, numberProblem } from './divergence'

test.each([0, 2.3, LARGEST_LOSS])('a loss of %d is no divergence', (loss) => {
  expect(lossProblem('The loss of step', 4, loss)).toBeNull()
})

test.each([
  [Number.NaN, 'The loss of step 4 is NaN, not a finite number.'],
  [Number.POSITIVE_INFINITY, 'The loss of step 4 is Infinity, not a finite number.'],
  [1e19, 'The loss of step 4 is 1.0e+19, above the largest allowed, 1e+10.'],
])('a loss of %d is one', (loss, sentence) => {
  expect(lossProblem('The loss of step', 4, loss)).toBe(sentence)
})

test('any number that is not finite is found, the last of the last tensor too', () => {
  expect(numberProblem('a weight', 7, [Float32Array.of(1, -2), Float32Array.of(0, 3e38)])).toBeNull()
  expect(numberProblem('a weight', 7, [Float32Array.of(1, -2), Float32Array.of(0, Number.NaN)])).toMatch(
    /^After step 7 a weight is NaN/,
  )
})
