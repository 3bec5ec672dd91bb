import { dayNumber } from './learner-day'
import type { Schedule } from './schedule'

export interface ReviewQueue {
  /** Due now, longest overdue first. */
  due: string[]
  /** Never answered, in the order of the deck. */
  fresh: string[]
  /** Due later on the learner's day, soonest first: a morning session can be complete. */
  laterToday: string[]
}

/**
 * Sorts the cards of a deck (or of all decks) by what to do with them at `now`
 * (epoch ms); cards due on a later day are left out.
 */
export function buildQueue(
  cardIds: readonly string[],
  schedules: ReadonlyMap<string, Schedule>,
  now: number,
  timeZone: string,
): ReviewQueue {
  const today = dayNumber(now, timeZone)
  const fresh: string[] = []
  const due: Schedule[] = []
  const laterToday: Schedule[] = []
  for (const cardId of new Set(cardIds)) {
    const schedule = schedules.get(cardId)
    if (schedule === undefined || schedule.state === 'new') fresh.push(cardId)
    else if (schedule.dueAt <= now) due.push(schedule)
    else if (dayNumber(schedule.dueAt, timeZone) <= today) laterToday.push(schedule)
  }
  // Array.prototype.sort is stable: cards due at the same moment keep the order of the deck.
  const ids = (group: Schedule[]) => group.sort((a, b) => a.dueAt - b.dueAt).map((schedule) => schedule.cardId)
  return { due: ids(due), fresh, laterToday: ids(laterToday) }
}
