import { describe, expect, test } from 'vitest'
import { calibrationOf, settledPredictions } from './calibration'
import type { LearnerEvent } from './event'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const common = (n: number) => ({
  id: id(n),
  itemId: 'lab.depth',
  itemVersion: 'a',
  occurredAt: `2026-05-04T07:00:${String(n).padStart(2, '0')}.000Z`,
  timeZone: 'UTC',
  deviceId: id(99),
  elapsedMs: 0,
})
const predicted = (n: number, guess: string, confidence: number): LearnerEvent => ({
  ...common(n),
  kind: 'outcome-predicted',
  payload: { question: 'Which?', answers: ['a', 'b'], guess, confidence },
})
const seen = (n: number, of: number, outcome: string): LearnerEvent => ({
  ...common(n),
  kind: 'outcome-seen',
  payload: { predictionId: id(of), outcome },
})

describe('settledPredictions', () => {
  test('joins a prediction with its outcome, in whatever order devices deliver them', () => {
    const log = [seen(2, 1, 'b'), predicted(3, 'a', 0.6), predicted(1, 'b', 0.9), seen(4, 3, 'b')]
    expect(settledPredictions(log)).toMatchObject([
      { id: id(1), guess: 'b', outcome: 'b', confidence: 0.9, right: true },
      { id: id(3), guess: 'a', outcome: 'b', confidence: 0.6, right: false },
    ])
    expect(settledPredictions(log.toReversed())).toEqual(settledPredictions(log))
  })

  test('counts neither a run that was never finished, nor what was taken back, nor a second outcome', () => {
    const retracted: LearnerEvent = { ...common(9), kind: 'event-retracted', payload: { eventId: id(5) } }
    const log = [predicted(1, 'a', 0.9), seen(2, 1, 'a'), seen(3, 1, 'b'), predicted(4, 'a', 0.5)]
    const more = [predicted(5, 'a', 0.5), seen(6, 5, 'a'), retracted]
    expect(settledPredictions([...log, ...more])).toMatchObject([{ id: id(1), right: true }])
  })
})

test('calibrationOf: right how often, sure how much, and the Brier score', () => {
  const log = [predicted(1, 'a', 0.9), seen(2, 1, 'a'), predicted(3, 'a', 0.7), seen(4, 3, 'b')]
  expect(calibrationOf(settledPredictions(log))).toEqual({
    count: 2,
    right: 0.5,
    confidence: expect.closeTo(0.8, 12),
    brier: expect.closeTo((0.01 + 0.49) / 2, 12),
  })
  expect(calibrationOf([])).toBeNull()
})
