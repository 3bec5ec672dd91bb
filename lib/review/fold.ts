import { effectiveEvents } from '@/lib/events/effective-log'
import type { LearnerEvent } from '@/lib/events/event'
import { nextReview } from './next-review'
import { newSchedule, type Schedule } from './schedule'

/**
 * Every card's schedule, from a log in any order, with duplicates and undone
 * answers: what counts is the effective log. Cards never reviewed are absent.
 */
export function foldSchedules(log: Iterable<LearnerEvent>): Map<string, Schedule> {
  const schedules = new Map<string, Schedule>()
  for (const event of effectiveEvents(log)) {
    if (event.kind !== 'card-reviewed') continue
    const at = Date.parse(event.occurredAt)
    const before = schedules.get(event.itemId) ?? newSchedule(event.itemId, at)
    schedules.set(event.itemId, nextReview(before, event.payload.grade, at, event.timeZone))
  }
  return schedules
}
