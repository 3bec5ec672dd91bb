import { describe, expect, test } from 'vitest'
import { eventSchema } from './event'

const event = {
  id: '0b9ff7f1-6a51-4b1c-9a35-3ac0c1f7ad5d',
  kind: 'card-reviewed',
  itemId: 'relu.kink',
  itemVersion: 'a1b2c3',
  payload: { grade: 'good' },
  occurredAt: '2026-05-04T07:00:00.000Z',
  timeZone: 'America/Argentina/Buenos_Aires',
  deviceId: '7d6c5e0e-4a3e-4f57-a6a1-f7ed1bb49e5d',
  elapsedMs: 1200,
}

test('eventSchema: what a browser makes passes unchanged', () => {
  expect(eventSchema.parse(event)).toEqual(event)
})

test('eventSchema: a moment is kept to the millisecond, so that it reads back from any database as it was sent', () => {
  expect(eventSchema.parse({ ...event, occurredAt: '2026-05-04T07:00:00.1239Z' }).occurredAt).toBe(
    '2026-05-04T07:00:00.123Z',
  )
  expect(eventSchema.parse({ ...event, occurredAt: '2026-05-04T07:00:00Z' }).occurredAt).toBe(
    '2026-05-04T07:00:00.000Z',
  )
})

test.each([
  ['id', 'not-a-uuid'],
  ['id', event.id.toUpperCase()],
  ['itemId', 'relu kink'],
  ['itemId', ['relu.kink']],
  ['itemVersion', ''],
  ['itemVersion', 'a\u0000b'],
  ['timeZone', 'Europe/Zürich\n'],
  ['timeZone', { $ne: '' }],
  ['occurredAt', '2026-02-30T00:00:00Z'],
  ['occurredAt', ''],
  ['occurredAt', '0000-01-01T00:00:00Z'],
  ['occurredAt', '9999-12-31T23:59:59Z'],
  ['occurredAt', 1_777_777_777_777],
  ['elapsedMs', -1],
  ['elapsedMs', 1.5],
  ['kind', 'card-graded'],
  ['payload', { grade: 'good', score: 1 }],
  ['payload', { grade: 'perfect' }],
  ['learnerId', 'somebody-else'],
])('eventSchema: %s = %j is refused', (key, value) => {
  expect(eventSchema.safeParse({ ...event, [key]: value }).success).toBe(false)
})

describe('a prediction', () => {
  const payload = { question: 'Which is first?', answers: ['relu', 'tanh'], guess: 'relu', confidence: 0.8 }
  const predicted = { ...event, kind: 'outcome-predicted', itemId: 'lab.depth', payload }

  test('and what came of it pass unchanged', () => {
    expect(eventSchema.parse(predicted)).toEqual(predicted)
    const seen = { ...event, kind: 'outcome-seen', payload: { predictionId: event.deviceId, outcome: 'tanh' } }
    expect(eventSchema.parse(seen)).toEqual(seen)
  })

  test.each([
    ['guess', 'gelu'],
    ['answers', ['relu']],
    ['confidence', 1.1],
    ['confidence', Number.NaN],
    ['question', ''],
    ['outcome', 'relu'],
  ])('%s = %j is refused', (key, value) => {
    expect(eventSchema.safeParse({ ...predicted, payload: { ...payload, [key]: value } }).success).toBe(false)
  })
})
