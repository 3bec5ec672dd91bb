import { expect, test } from 'vitest'
import { intervalLabel } from './interval-label'
import { nextReview } from './next-review'
import { buildQueue } from './queue'
import { newSchedule, type Schedule } from './schedule'

const now = Date.parse('2026-05-04T07:00:00Z')
const hours = (count: number) => count * 3_600_000

function dueAt(cardId: string, at: number): Schedule {
  return { ...nextReview(newSchedule(cardId, now), 'good', now - hours(240), 'UTC'), dueAt: at }
}

test('buildQueue: due now (longest overdue first), fresh in deck order, later today, and tomorrow left out', () => {
  const schedules = [
    dueAt('relu.b', now - hours(1)),
    dueAt('relu.a', now - hours(30)),
    dueAt('relu.now', now),
    // 23:30 in Zurich is still today, 00:30 is not, although both are 4 May in UTC.
    dueAt('relu.evening', Date.parse('2026-05-04T21:30:00Z')),
    dueAt('relu.noon', now + hours(3)),
    dueAt('relu.night', Date.parse('2026-05-04T22:30:00Z')),
    newSchedule('relu.seen-but-never-answered', now),
  ]
  const deck = [
    'relu.z',
    'relu.night',
    'relu.evening',
    'relu.noon',
    'relu.now',
    'relu.a',
    'relu.b',
    'relu.c',
    'relu.a',
    'relu.seen-but-never-answered',
  ]
  expect(
    buildQueue(deck, new Map(schedules.map((schedule) => [schedule.cardId, schedule])), now, 'Europe/Zurich'),
  ).toEqual({
    due: ['relu.a', 'relu.b', 'relu.now'],
    fresh: ['relu.z', 'relu.c', 'relu.seen-but-never-answered'],
    laterToday: ['relu.noon', 'relu.evening'],
  })
})

test('buildQueue: cards outside the deck stay out of its queue', () => {
  expect(buildQueue([], new Map([['relu.a', dueAt('relu.a', now)]]), now, 'UTC')).toEqual({
    due: [],
    fresh: [],
    laterToday: [],
  })
})

const day = hours(24)
test.each([
  [0, '< 1 min'],
  [60_000, '1 min'],
  [600_000, '10 min'],
  [3_599_999, '1 h'],
  [hours(5), '5 h'],
  [hours(23.9), '1 day'],
  [day, '1 day'],
  [8 * day, '8 days'],
  [30 * day, '30 days'],
  [46 * day, '1.5 months'],
  [364 * day, '1 year'],
  [365.25 * day, '1 year'],
  [800 * day, '2.2 years'],
])('intervalLabel: %d ms reads "%s"', (intervalMs, label) => {
  expect(intervalLabel(intervalMs)).toBe(label)
})
