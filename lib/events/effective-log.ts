/**
 * The effective log: the events that count. A learner's log only grows; undo is
 * one more event that takes an earlier one out. Everything shown about a learner
 * is a fold over what this returns, so it may depend on neither the order in
 * which devices delivered their events nor on how often they did.
 */
import type { LearnerEvent } from './event'

/**
 * Each event once, without retracted events and without the retractions, ordered
 * by when it happened, then by id.
 *
 * A retraction that names another retraction does nothing: undo is not undone,
 * the learner answers again instead. Two events under one id never differ (the
 * server refuses the second), so it does not matter which of them is kept.
 */
export function effectiveEvents<E extends LearnerEvent>(log: Iterable<E>): Exclude<E, { kind: 'event-retracted' }>[] {
  const kept = new Map<string, Exclude<E, { kind: 'event-retracted' }>>()
  const retracted = new Set<string>()
  for (const event of log) {
    if (event.kind === 'event-retracted') retracted.add(event.payload.eventId)
    else kept.set(event.id, event as Exclude<E, { kind: 'event-retracted' }>)
  }
  for (const id of retracted) kept.delete(id)
  return [...kept.values()].sort(byTime)
}

function byTime(a: LearnerEvent, b: LearnerEvent): number {
  return Date.parse(a.occurredAt) - Date.parse(b.occurredAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
