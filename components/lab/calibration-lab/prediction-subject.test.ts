import { expect, test } from 'vitest'
import { EMPTY_SNAPSHOT, type PlaneSnapshot } from '@/lib/training/plane/plane-player'
import { outcomeOf, predictionSubject } from './prediction-subject'
import type { ModelReading } from './reading/model-reading'
import { scored } from './reading/testing/any-scores'

/** So many of ten points of class 1 have a logit above 0. */
function caught(count: number): ModelReading {
  const labels = Array.from({ length: 20 }, (_, n) => Number(n < 10))
  const points = scored(
    labels.map((_, n) => (n < count ? 1 : -1)),
    labels,
  )
  return { validation: points, test: points, curve: null, fitted: null }
}
const over: PlaneSnapshot = { ...EMPTY_SNAPSHOT, phase: 'finished' }

test.each([
  [0, 'below-20'],
  [1, 'below-20'],
  [2, '20-to-40'],
  [5, '40-to-60'],
  [6, '60-to-80'],
  [8, 'above-80'],
  [10, 'above-80'],
])('%i of ten caught is “%s”, which is one of the answers', (count, answer) => {
  expect(outcomeOf(over, caught(count))).toBe(answer)
  expect(predictionSubject('v').answers.map(({ id }) => id)).toContain(answer)
})

test('there is no outcome before the end, nor where there is nothing to catch', () => {
  expect(outcomeOf({ ...over, phase: 'running' }, caught(5))).toBeNull()
  expect(outcomeOf(over, null)).toBeNull()
  const points = scored([1], [0])
  expect(outcomeOf(over, { ...caught(5), test: points })).toBeNull()
})
