import { GRADES, type Grade } from './grade'
import { intervalLabel } from './interval-label'
import { daysBetween } from './learner-day'
import type { Schedule } from './schedule'
import { advance } from './scheduler'

/**
 * The schedule after one answer. Days are the learner's own, both moments seen
 * from the zone of this answer, so travel makes no day negative. A clock that
 * stands before the last review counts as standing at it.
 */
export function nextReview(schedule: Schedule, grade: Grade, now: number, timeZone: string): Schedule {
  const { lastReviewAt } = schedule
  const at = lastReviewAt === null ? now : Math.max(now, lastReviewAt)
  return advance(schedule, grade, at, lastReviewAt === null ? 0 : daysBetween(lastReviewAt, at, timeZone))
}

/** What each grade would lead to, for the labels on the four buttons. */
export function previewGrades(
  schedule: Schedule,
  now: number,
  timeZone: string,
): Record<Grade, { dueAt: number; label: string }> {
  const preview = (grade: Grade) => {
    const { dueAt, lastReviewAt } = nextReview(schedule, grade, now, timeZone)
    return { dueAt, label: intervalLabel(dueAt - (lastReviewAt ?? now)) }
  }
  const [again, hard, good, easy] = GRADES
  return { again: preview(again), hard: preview(hard), good: preview(good), easy: preview(easy) }
}
