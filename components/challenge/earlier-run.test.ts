import { expect, test } from 'vitest'
import type { LearnerEvent } from '@/lib/events/event'
import { CHALLENGE_ID, challengeSpec, DEFAULT_SETTINGS } from './challenge-plan'
import { earlierRuns } from './earlier-run'

const spec = challengeSpec('gelu', DEFAULT_SETTINGS, 2)

function event(
  id: string,
  occurredAt: string,
  changes: { itemId?: string; spec?: Record<string, unknown> } = {},
): LearnerEvent {
  return {
    id,
    kind: 'run-finished',
    itemId: changes.itemId ?? CHALLENGE_ID,
    itemVersion: '1',
    occurredAt,
    timeZone: 'UTC',
    deviceId: 'd',
    elapsedMs: 5,
    payload: {
      spec: changes.spec ?? { ...spec },
      seed: 2,
      numerics: 'ts-1',
      dataHash: 'h',
      outcome: 'finished',
      steps: 93,
      weightHash: 'a'.repeat(64),
      validation: { accuracy: 0.4, loss: 1.6 },
      elapsedMs: 20_000,
      multiplyAdds: 8e6,
      curves: { loss: [], accuracy: [] },
    },
  }
}

test('the challenge’s runs, newest first, with what they were trained on', () => {
  const standIn = { ...spec, data: { ...spec.data, kind: 'drawn-ten', seed: 0 } }
  const runs = earlierRuns([
    event('a', '2026-01-01T10:00:00.000Z'),
    event('b', '2026-01-02T10:00:00.000Z', { spec: standIn }),
    event('c', '2026-01-03T10:00:00.000Z', { itemId: 'relu.dying' }),
  ])
  expect(runs.map(({ id, real }) => [id, real])).toEqual([
    ['b', false],
    ['a', true],
  ])
  expect(runs[1]).toMatchObject({
    activation: 'gelu',
    images: 1000,
    epochs: 3,
    optimizer: 'Adam 0.001',
    seed: 2,
    accuracy: 0.4,
  })
})

test('a stored recipe that cannot be read is left out, not shown wrongly', () => {
  expect(earlierRuns([event('a', '2026-01-01T10:00:00.000Z', { spec: { version: 99 } })])).toEqual([])
})
