import { expect, test } from 'vitest'
import { compareAccuracies, halfWidth } from './accuracy-interval'

// FACTS.md, "What a lesson must not get wrong", 15.
test('half-width at 60 %: ±3.0 points for 1,000 images, ±0.96 for 10,000', () => {
  expect(halfWidth(0.6, 1000) * 100).toBeCloseTo(3.04, 2)
  expect(halfWidth(0.6, 10_000) * 100).toBeCloseTo(0.96, 2)
})

test('the largest difference is compared with what the test images can tell', () => {
  const scores = [
    { name: 'a', accuracy: 0.52 },
    { name: 'b', accuracy: 0.5 },
    { name: 'c', accuracy: 0.51 },
  ]
  const comparison = compareAccuracies(scores, 1000)
  expect(comparison).toMatchObject({ best: 'a', worst: 'b' })
  expect(comparison?.difference).toBeCloseTo(0.02, 10)
  expect((comparison?.resolution ?? 0) * 100).toBeCloseTo(4.38, 2)
})

test('nothing to compare', () => {
  expect(compareAccuracies([{ name: 'a', accuracy: 1 }], 10)).toBeNull()
  expect(compareAccuracies([], 10)).toBeNull()
})
