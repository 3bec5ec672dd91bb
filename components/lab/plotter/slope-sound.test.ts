import { expect, test } from 'vitest'
import { toneOf } from './slope-sound'

test('a slope of 0 is silent, 1 is loud and an octave up, −1 an octave down', () => {
  expect(toneOf(0).gain).toBe(0)
  expect(toneOf(1).hertz).toBe(2 * toneOf(0).hertz)
  expect(toneOf(-1).hertz).toBe(toneOf(0).hertz / 2)
  expect(toneOf(-1).gain).toBe(toneOf(1).gain)
  expect(toneOf(0.25).gain).toBeCloseTo(toneOf(1).gain / 4, 12)
})

test('no slope is painful to hear', () => {
  for (const slope of [1e9, -1e9, Number.POSITIVE_INFINITY, Number.NaN]) {
    const { hertz, gain } = toneOf(slope)
    expect(gain).toBeLessThanOrEqual(0.2)
    expect(hertz).toBeGreaterThan(60)
    expect(hertz).toBeLessThan(1100)
  }
})
