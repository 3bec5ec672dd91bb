import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, hashedBody } from './canonical'
import type { LearnerEvent } from './event'

test('canonicalJson: keys sorted, arrays in order, undefined left out, nothing added', () => {
  expect(canonicalJson({ b: [2, 1, null], a: { d: 'é"', c: -0 }, e: undefined })).toBe(
    '{"a":{"c":0,"d":"é\\""},"b":[2,1,null]}',
  )
})

test('canonicalJson: one spelling whatever the order of keys, and it reads back as the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      expect(canonicalJson(backwards(value))).toBe(text)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('hashedBody: covers every field the client makes and none the server adds', () => {
  const event: LearnerEvent = {
    id: '0b9ff7f1-6a51-4b1c-9a35-3ac0c1f7ad5d',
    kind: 'card-reviewed',
    itemId: 'relu.kink',
    itemVersion: 'v1',
    payload: { grade: 'good' },
    occurredAt: '2026-05-04T07:00:00.000Z',
    timeZone: 'Europe/Zurich',
    deviceId: '7d6c5e0e-4a3e-4f57-a6a1-f7ed1bb49e5d',
    elapsedMs: 1200,
  }
  expect(hashedBody({ ...event, seq: 7, receivedAt: 'later', correct: true } as LearnerEvent)).toBe(hashedBody(event))
  for (const key of Object.keys(event))
    expect(hashedBody({ ...event, [key]: 'other' } as LearnerEvent)).not.toBe(hashedBody(event))
})

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, backwards(member)]),
  )
}
