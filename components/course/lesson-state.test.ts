import { expect, test } from 'vitest'
import { summarise } from '@/lib/events/summary'
import { describeState, lessonState } from './lesson-state'

test.each([
  ['planned', undefined, 'planned'],
  ['published', undefined, 'not begun'],
  ['published', { fraction: 0 }, 'opened'],
  ['published', { fraction: 0.004 }, '1 % done'],
  ['published', { fraction: 0.5 }, '50 % done'],
  ['published', { fraction: 0.999 }, '99 % done'],
  ['published', { fraction: 1 }, 'done'],
] as const)('a %s lesson with %o is told as "%s"', (status, progress, words) => {
  expect(describeState(lessonState(status, progress))).toBe(words)
})

test('a planned lesson cannot be completed, though a log says it was opened and its card reviewed', () => {
  const common = {
    itemVersion: 'v',
    occurredAt: '2026-03-01T00:00:00.000Z',
    timeZone: 'UTC',
    deviceId: 'd',
    elapsedMs: 0,
  }
  const log = [
    { ...common, id: 'a', itemId: 'glance', kind: 'lesson-opened', payload: {} },
    { ...common, id: 'b', itemId: 'glance.card', kind: 'card-reviewed', payload: { grade: 'easy' } },
  ] as const
  const facts = { lessons: [{ id: 'glance', cardIds: ['glance.card'], questionIds: [], experimentIds: [] }] }
  const progress = summarise(log, facts, 0).lessons[0]
  expect(progress?.fraction).toBe(1)
  expect(lessonState('planned', progress)).toEqual({ kind: 'planned' })
})
