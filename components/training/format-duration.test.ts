import { expect, test } from 'vitest'
import { formatDuration, formatTimeLeft } from './format-duration'

test.each([
  [420, '0.4 s'],
  [12_400, '12 s'],
  [59_700, '1 min 00 s'],
  [125_000, '2 min 05 s'],
  [4_200_000, '1 h 10 min'],
])('%d ms is %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})

test.each([
  [300, 'about 1 s left'],
  [4200, 'about 5 s left'],
  [31_000, 'about 35 s left'],
  [121_000, 'about 2 min 10 s left'],
])('%d ms to go is %s', (ms, text) => {
  expect(formatTimeLeft(ms)).toBe(text)
})
