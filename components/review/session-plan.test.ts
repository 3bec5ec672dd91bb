import { describe, expect, test } from 'vitest'
import type { Schedule } from '@/lib/review/schedule'
import { AHEAD_MS, planSession } from './session-plan'

const NOW = Date.UTC(2026, 2, 1, 9)
const MINUTE = 60_000

function schedules(dueIn: Record<string, number>): Map<string, Schedule> {
  return new Map(
    Object.entries(dueIn).map(([cardId, minutes]) => [
      cardId,
      {
        cardId,
        state: 'review',
        dueAt: NOW + minutes * MINUTE,
        lastReviewAt: NOW - MINUTE,
        stability: 1,
        difficulty: 5,
        reps: 1,
        lapses: 0,
        intervalDays: 0,
        learningStep: 0,
      } satisfies Schedule,
    ]),
  )
}
const quiet = { now: NOW, ahead: false, shown: null }

describe('a session', () => {
  test('shows due cards first, then new ones', () => {
    const queue = { due: ['d1', 'd2'], fresh: ['f1'], laterToday: [] }
    expect(planSession(queue, schedules({ d1: -5, d2: -1 }), quiet)).toMatchObject({ current: 'd1', remaining: 3 })
    expect(planSession({ ...queue, due: [] }, schedules({}), quiet)).toMatchObject({ current: 'f1', remaining: 1 })
  })

  test('keeps the card in front of the learner while it is still to be shown', () => {
    const queue = { due: ['d1', 'd2'], fresh: [], laterToday: [] }
    const known = schedules({ d1: -5, d2: -1 })
    expect(planSession(queue, known, { ...quiet, shown: 'd2' }).current).toBe('d2')
    expect(planSession({ ...queue, due: ['d1'] }, known, { ...quiet, shown: 'd2' }).current).toBe('d1')
  })

  test('is over when nothing is due, and says what comes back soon and what comes next', () => {
    const queue = { due: [], fresh: [], laterToday: ['soon', 'evening'] }
    const plan = planSession(queue, schedules({ soon: 10, evening: 300, tomorrow: 2000 }), quiet)
    expect(plan).toEqual({ current: null, remaining: 0, soon: 1, nextDueAt: NOW + 10 * MINUTE })
  })

  test('goes on with the cards that come back soon when the learner asks', () => {
    const queue = { due: [], fresh: [], laterToday: ['soon', 'evening'] }
    const plan = planSession(queue, schedules({ soon: AHEAD_MS / MINUTE, evening: 300 }), { ...quiet, ahead: true })
    expect(plan).toEqual({ current: 'soon', remaining: 1, soon: 0, nextDueAt: NOW + 300 * MINUTE })
  })

  test('has no next date when no card was ever reviewed', () => {
    const plan = planSession({ due: [], fresh: [], laterToday: [] }, schedules({}), quiet)
    expect(plan).toEqual({ current: null, remaining: 0, soon: 0, nextDueAt: null })
  })
})
