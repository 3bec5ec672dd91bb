/**
 * FSRS-6 as ts-fsrs computes it: the one file that knows the library. Default
 * parameters (90 % retention, steps of 1 and 10 minutes), no fuzz, because a
 * fold must give the same schedule on every device.
 *
 * Two of its habits stop here. It counts elapsed days in UTC: we count the
 * learner's days and hand it a last review exactly that many days ago. And it
 * adds methods to `Date.prototype`: they are taken off again.
 */
import { type Card, type Grade as FsrsGrade, fsrs, Rating, State } from 'ts-fsrs'
import type { Grade } from './grade'
import { DAY_MS } from './learner-day'
import type { Schedule } from './schedule'

for (const name of ['scheduler', 'diff', 'format', 'dueFormat']) Reflect.deleteProperty(Date.prototype, name)

const scheduler = fsrs({ enable_fuzz: false })

const ratings = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
} as const satisfies Record<Grade, FsrsGrade>

const states = {
  new: State.New,
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
} as const satisfies Record<Schedule['state'], State>

/** The schedule after `grade` at `now` (epoch ms), `elapsedDays` (whole, ≥ 0) after the review before. */
export function advance(schedule: Schedule, grade: Grade, now: number, elapsedDays: number): Schedule {
  const { card } = scheduler.next(cardOf(schedule, now, elapsedDays), new Date(now), ratings[grade])
  return {
    cardId: schedule.cardId,
    state: stateName(card.state),
    dueAt: card.due.getTime(),
    lastReviewAt: now,
    stability: card.stability,
    difficulty: card.difficulty,
    reps: card.reps,
    lapses: card.lapses,
    intervalDays: card.scheduled_days,
    learningStep: card.learning_steps,
  }
}

function cardOf(schedule: Schedule, now: number, elapsedDays: number): Card {
  return {
    due: new Date(schedule.dueAt),
    stability: schedule.stability,
    difficulty: schedule.difficulty,
    elapsed_days: elapsedDays,
    scheduled_days: schedule.intervalDays,
    learning_steps: schedule.learningStep,
    reps: schedule.reps,
    lapses: schedule.lapses,
    state: states[schedule.state],
    last_review: schedule.lastReviewAt === null ? undefined : new Date(now - elapsedDays * DAY_MS),
  }
}

function stateName(state: State): Schedule['state'] {
  switch (state) {
    case State.New:
      return 'new'
    case State.Learning:
      return 'learning'
    case State.Review:
      return 'review'
    case State.Relearning:
      return 'relearning'
    default:
      return state satisfies never
  }
}
