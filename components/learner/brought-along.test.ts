import { expect, test } from 'vitest'
import type { LearnerEvent } from '@/lib/events/event'
import { countBroughtAlong, describeBroughtAlong } from './brought-along'

const common = {
  itemId: 'relu.kink',
  itemVersion: 'v',
  occurredAt: '2026-03-01T00:00:00.000Z',
  timeZone: 'UTC',
  deviceId: 'd',
  elapsedMs: 0,
}
const reviewed = (id: string): LearnerEvent => ({ ...common, id, kind: 'card-reviewed', payload: { grade: 'good' } })
const retracted = (id: string, eventId: string): LearnerEvent => ({
  ...common,
  id,
  kind: 'event-retracted',
  payload: { eventId },
})

test('an answer that was taken back is not counted among what is brought along', () => {
  expect(countBroughtAlong([reviewed('a'), reviewed('b'), retracted('c', 'a')])).toEqual({
    reviews: 1,
    answers: 0,
    runs: 0,
  })
  expect(countBroughtAlong([reviewed('a'), retracted('c', 'a')])).toBeNull()
})

test.each([
  [{ reviews: 1, answers: 0, runs: 0 }, '1 card review'],
  [{ reviews: 12, answers: 3, runs: 0 }, '12 card reviews and 3 quiz answers'],
  [{ reviews: 12, answers: 1, runs: 1 }, '12 card reviews, 1 quiz answer and 1 training run'],
])('%o is told as "%s"', (brought, words) => {
  expect(describeBroughtAlong(brought)).toBe(words)
})
