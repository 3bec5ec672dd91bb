import { expect, test } from 'vitest'
import { ReliabilityBins } from './reliability-bins'

test.each<[confidence: number, bin: number]>([
  [0, 0],
  [1 / 30, 0],
  [1 / 15, 0],
  [0.0667, 1],
  [0.5, 7],
  [14 / 15, 13],
  [0.95, 14],
  [1, 14],
])('a confidence of %d is in bin %i: the upper edge belongs to it, the lower does not', (confidence, bin) => {
  const tally = new ReliabilityBins()
  tally.add(confidence, true)
  expect(tally.bins().findIndex(({ count }) => count === 1)).toBe(bin)
})

test('means of a bin and of all, and the gaps weighted by examples', () => {
  const tally = new ReliabilityBins()
  for (const [confidence, isRight] of [
    [0.9, true],
    [0.92, false],
    [0.62, true],
    [0.7, true],
  ] as const)
    tally.add(confidence, isRight)
  const full = tally.bins().filter(({ count }) => count > 0)
  expect(full).toEqual([
    { from: 9 / 15, to: 10 / 15, count: 1, accuracy: 1, confidence: 0.62 },
    { from: 10 / 15, to: 11 / 15, count: 1, accuracy: 1, confidence: 0.7 },
    { from: 13 / 15, to: 14 / 15, count: 2, accuracy: 0.5, confidence: expect.closeTo(0.91, 12) },
  ])
  expect(tally).toMatchObject({ examples: 4, accuracy: 0.75, confidence: expect.closeTo(0.785, 12) })
  expect(tally.error()).toBeCloseTo(0.25 * 0.38 + 0.25 * 0.3 + 0.5 * 0.41, 12)
})

test('an empty bin has no means, and no example no error', () => {
  const tally = new ReliabilityBins()
  expect(tally.error()).toBe(0)
  expect(tally.bins().every(({ accuracy, confidence }) => Number.isNaN(accuracy) && Number.isNaN(confidence))).toBe(
    true,
  )
  expect(tally.accuracy).toBeNaN()
})
