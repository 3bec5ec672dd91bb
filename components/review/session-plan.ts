/**
 * What a review session shows next: a fold over the log at one moment, so that undo, another
 * tab and another device need no rules of their own. Which cards are due is lib/review's word;
 * this decides the order, and when a session is over.
 */
import type { ReviewQueue } from '@/lib/review/queue'
import type { Schedule } from '@/lib/review/schedule'

/** A card that comes back this soon may be taken into the session, if the learner asks. */
export const AHEAD_MS = 20 * 60_000

export interface SessionPlan {
  /** Null: the session is over. */
  current: string | null
  /** Cards still to be shown in this session, the current one included. */
  remaining: number
  /** Cards that come back within `AHEAD_MS` and are not in the session. */
  soon: number
  /** When the next card that is not in the session is due (epoch ms); null without one. */
  nextDueAt: number | null
}

export function planSession(
  queue: ReviewQueue,
  schedules: ReadonlyMap<string, Schedule>,
  options: {
    now: number
    /** The learner asked for cards that come back soon. */
    ahead: boolean
    /** The card in front of the learner: stays while it is still to be shown. */
    shown: string | null
  },
): SessionPlan {
  const dueAt = (cardId: string) => schedules.get(cardId)?.dueAt ?? 0
  const soon = queue.laterToday.filter((cardId) => dueAt(cardId) <= options.now + AHEAD_MS)
  const open = [...queue.due, ...queue.fresh, ...(options.ahead ? soon : [])]
  const inSession = new Set(open)
  const later = [...schedules.values()].filter((schedule) => !inSession.has(schedule.cardId))
  return {
    current: options.shown !== null && inSession.has(options.shown) ? options.shown : (open[0] ?? null),
    remaining: open.length,
    soon: options.ahead ? 0 : soon.length,
    nextDueAt: later.length === 0 ? null : Math.min(...later.map((schedule) => schedule.dueAt)),
  }
}
