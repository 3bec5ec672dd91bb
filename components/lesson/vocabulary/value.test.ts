import { expect, test } from 'vitest'
import { significantDigits } from './value'

test.each([
  [-0.16997120747990369, 6, '−0.169971', null],
  [0.25, 6, '0.25', null],
  [0.25 ** 10, 3, '9.54', '−7'],
  [1024, 2, '1000', null],
  [1.5e7, 6, '1.5', '7'],
  [0, 6, '0', null],
])('%d to %i significant digits', (value, digits, mantissa, exponent) => {
  expect(significantDigits(value, digits)).toEqual({ mantissa, exponent })
})
