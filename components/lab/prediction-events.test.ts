import { expect, test } from 'vitest'
import { settledPredictions } from '@/lib/events/calibration'
import { eventSchema, type LearnerEvent } from '@/lib/events/event'
import { completeDraft, type EventDraft } from '@/lib/journal/draft'
import { confidenceLevels } from './confidence-levels'
import { outcomeEvent, type PredictionSubject, predictionEvent } from './prediction-events'

const subject: PredictionSubject = {
  itemId: 'lab.depth-lab',
  itemVersion: 'a1b2',
  question: 'Which has the smallest gradient?',
  answers: [
    { id: 'sigmoid', label: 'Sigmoid' },
    { id: 'leaky-relu', label: 'Leaky ReLU' },
  ],
}
const DEVICE = '7d6c5e0e-4a3e-4f57-a6a1-f7ed1bb49e5d'
let made = 0
const kept = (draft: EventDraft): LearnerEvent => {
  const newId = () => `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`
  return eventSchema.parse(
    completeDraft(draft, { newId, now: Date.UTC(2026, 4, 4) + made, timeZone: 'UTC', deviceId: DEVICE }),
  )
}

test('a guess is kept with all that it was chosen from, and is joined by what came out', () => {
  const guess = kept(predictionEvent(subject, { guess: 'leaky-relu', confidence: 0.7, elapsedMs: 1234.5 }))
  expect(settledPredictions([guess])).toEqual([])
  const seen = kept(outcomeEvent(subject, guess.id, 'sigmoid'))
  expect(settledPredictions([guess, seen])).toMatchObject([
    { itemId: 'lab.depth-lab', guess: 'leaky-relu', outcome: 'sigmoid', confidence: 0.7, right: false },
  ])
})

test.each([
  [2, [0.5, 0.6, 0.7, 0.8, 0.9, 0.99]],
  [3, [0.33, 0.47, 0.6, 0.7, 0.8, 0.9, 0.99]],
  [8, [0.13, 0.37, 0.6, 0.7, 0.8, 0.9, 0.99]],
])('of %d answers, nobody is less sure than a blind guess', (answers, confidences) => {
  expect(confidenceLevels(answers).map(({ confidence }) => confidence)).toEqual(confidences)
})
