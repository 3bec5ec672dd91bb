import { expect, test } from 'vitest'
import { formatNumber, formatPercent } from './format-number'

test.each([
  [0, '0'],
  [0.5, '0.5'],
  [-0.25, '−0.25'],
  [1234.56, '1,235'],
  [0.000123456, '0.0001235'],
  [0.0000123, '1.23×10⁻⁵'],
  [25_000_000, '2.5×10⁷'],
  [-1e12, '−1×10¹²'],
  [Number.NaN, 'NaN'],
  [Number.POSITIVE_INFINITY, '∞'],
])('%d is written %s', (value, text) => {
  expect(formatNumber(value)).toBe(text)
})

test('shares are written in per cent', () => {
  expect(formatPercent(0.5234)).toBe('52.3\u00a0%')
  expect(formatPercent(1, 0)).toBe('100\u00a0%')
})
