import fc from 'fast-check'
import { createEmptyCard, fsrs, Rating, State } from 'ts-fsrs'
import { expect, test } from 'vitest'
import { GRADES, type Grade } from './grade'
import { nextReview, previewGrades } from './next-review'
import { newSchedule, type Schedule } from './schedule'

const reference = fsrs({ enable_fuzz: false })
const rating = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy } as const
const start = Date.UTC(2026, 0, 5, 9)

interface Answer {
  grade: Grade
  afterMs: number
}

function ours(answers: Answer[], timeZone: string): Schedule {
  let schedule = newSchedule('relu.kink', start)
  let now = start
  for (const { grade, afterMs } of answers) {
    now += afterMs
    schedule = nextReview(schedule, grade, now, timeZone)
  }
  return schedule
}

function theirs(answers: Answer[]) {
  let card = createEmptyCard(new Date(start))
  let now = start
  for (const { grade, afterMs } of answers) {
    now += afterMs
    card = reference.next(card, new Date(now), rating[grade]).card
  }
  return {
    cardId: 'relu.kink',
    state: State[card.state].toLowerCase(),
    dueAt: card.due.getTime(),
    lastReviewAt: card.last_review?.getTime() ?? null,
    stability: card.stability,
    difficulty: card.difficulty,
    reps: card.reps,
    lapses: card.lapses,
    intervalDays: card.scheduled_days,
    learningStep: card.learning_steps,
  }
}

const answers = fc.array(
  fc.record({
    grade: fc.constantFrom(...GRADES),
    afterMs: fc.oneof(fc.integer({ min: 0, max: 3_600_000 }), fc.integer({ min: 0, max: 400 * 86_400_000 })),
  }),
  { maxLength: 25 },
)

test('nextReview: equals ts-fsrs for a learner in UTC, on any sequence of answers', () => {
  fc.assert(
    fc.property(answers, (sequence) => {
      expect(ours(sequence, 'UTC')).toEqual(theirs(sequence))
    }),
    { numRuns: 500 },
  )
})

// Golden numbers: computed with ts-fsrs 5.4.2 alone (default FSRS-6 weights, fuzz off).
test('nextReview: good, good, then good on each due day gives 2, 11, 46 and 163 days', () => {
  let schedule = newSchedule('relu.kink', start)
  const intervals: number[] = []
  for (let answer = 0; answer < 5; answer++) {
    schedule = nextReview(schedule, 'good', schedule.dueAt, 'UTC')
    intervals.push(schedule.intervalDays)
  }
  expect(intervals).toEqual([0, 2, 11, 46, 163])
})

test('previewGrades: each label tells where answering with that grade leads', () => {
  const card = newSchedule('relu.kink', start)
  const preview = previewGrades(card, start, 'Europe/Zurich')
  expect(Object.values(preview).map(({ label }) => label)).toEqual(['1 min', '6 min', '10 min', '8 days'])
  for (const grade of GRADES) expect(preview[grade].dueAt).toBe(nextReview(card, grade, start, 'Europe/Zurich').dueAt)
})

test('importing the scheduler leaves Date.prototype as the language made it', () => {
  for (const name of ['scheduler', 'diff', 'format', 'dueFormat']) expect(name in Date.prototype).toBe(false)
})
