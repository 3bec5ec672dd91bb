import fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import { DAY_MS, dayNumber, daysBetween } from './learner-day'
import { nextReview } from './next-review'
import { newSchedule } from './schedule'

const at = (iso: string) => Date.parse(iso)

test.each([
  [
    'before and after midnight in Zurich, one UTC day',
    '2026-03-10T22:50:00Z',
    '2026-03-10T23:10:00Z',
    'Europe/Zurich',
    1,
  ],
  ['one day in Zurich, two UTC days', '2026-03-10T23:10:00Z', '2026-03-11T00:10:00Z', 'Europe/Zurich', 0],
  ['the short day of the spring clock change', '2026-03-28T23:30:00Z', '2026-03-29T22:30:00Z', 'Europe/Zurich', 1],
  ['the long day of the autumn clock change', '2026-10-24T22:30:00Z', '2026-10-25T22:45:00Z', 'Europe/Zurich', 0],
  ['UTC+14', '2026-01-01T09:59:00Z', '2026-01-01T10:00:00Z', 'Pacific/Kiritimati', 1],
  ['UTC-12', '2026-01-01T11:59:00Z', '2026-01-01T12:00:00Z', 'Etc/GMT+12', 1],
  ['the day Samoa left out', '2011-12-30T09:59:00Z', '2011-12-30T10:00:00Z', 'Pacific/Apia', 2],
  [
    'a clock change just after midnight, back into the evening before',
    '2010-11-07T02:30:30Z',
    '2010-11-07T02:40:00Z',
    'America/St_Johns',
    0,
  ],
])('daysBetween: %s', (_name, earlier, later, timeZone, days) => {
  expect(daysBetween(at(earlier), at(later), timeZone)).toBe(days)
})

test('dayNumber: in UTC it is the plain day count, and an unknown zone counts as UTC', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 * 365 * DAY_MS }), (moment) => {
      expect(dayNumber(moment, 'UTC')).toBe(Math.floor(moment / DAY_MS))
      expect(dayNumber(moment, 'Mars/Olympus_Mons')).toBe(Math.floor(moment / DAY_MS))
    }),
  )
})

const zones = fc.constantFrom(
  'UTC',
  'Pacific/Kiritimati',
  'Etc/GMT+12',
  'Europe/Zurich',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/Havana',
  'America/St_Johns',
  'Nowhere/At_All',
)

test('nextReview: never due before its last review, whatever the clock and the traveller do', () => {
  const step = fc.record({
    grade: fc.constantFrom('again', 'hard', 'good', 'easy'),
    jumpMs: fc.integer({ min: -3 * DAY_MS, max: 60 * DAY_MS }),
    timeZone: zones,
  })
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 15 }),
      fc.integer({ min: at('2010-01-01'), max: at('2030-01-01') }),
      (steps, start) => {
        let now = start
        let schedule = newSchedule('relu.kink', now)
        for (const { grade, jumpMs, timeZone } of steps) {
          now += jumpMs
          const next = nextReview(schedule, grade, now, timeZone)
          expect(next.lastReviewAt).toBeGreaterThanOrEqual(schedule.lastReviewAt ?? now)
          expect(next.dueAt).toBeGreaterThan(next.lastReviewAt ?? Number.POSITIVE_INFINITY)
          expect(Number.isFinite(next.stability + next.difficulty)).toBe(true)
          schedule = next
        }
      },
    ),
    { numRuns: inject('thorough') ? 100_000 : 300 },
  )
})

test('nextReview: an answer after midnight counts a day for the learner who slept, none for one who did not', () => {
  const learnt = nextReview(newSchedule('relu.kink', 0), 'easy', at('2026-03-10T22:50:00Z'), 'Europe/Zurich')
  const nextMorning = nextReview(learnt, 'good', at('2026-03-10T23:10:00Z'), 'Europe/Zurich')
  const sameEvening = nextReview(learnt, 'good', at('2026-03-10T23:10:00Z'), 'UTC')
  expect(nextMorning.stability).toBeGreaterThan(learnt.stability)
  expect(nextMorning.stability).not.toBe(sameEvening.stability)
})
