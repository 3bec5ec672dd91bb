import { expect, test } from 'vitest'
import type { LearnerEvent } from './event'
import { type SummaryEvent, summarise } from './summary'

const now = Date.parse('2026-05-10T08:00:00Z')
const facts = {
  lessons: [
    { id: 'relu', cardIds: ['relu.a', 'relu.b'], questionIds: ['relu.q1', 'relu.q2'], experimentIds: ['relu.dying'] },
    { id: 'tanh', cardIds: ['tanh.a'], questionIds: [], experimentIds: [] },
    { id: 'untouched', cardIds: ['untouched.a'], questionIds: [], experimentIds: [] },
  ],
}

let made = 0
type Draft = Pick<LearnerEvent, 'kind' | 'itemId' | 'payload'> & { day: number; correct?: boolean }
function event({ day, ...draft }: Draft): SummaryEvent {
  made += 1
  return {
    id: `${String(made).padStart(8, '0')}-0000-4000-8000-000000000000`,
    itemVersion: 'v1',
    timeZone: 'UTC',
    elapsedMs: 1000,
    deviceId: '11111111-1111-4111-8111-111111111111',
    occurredAt: new Date(now - day * 86_400_000).toISOString(),
    ...draft,
  } as SummaryEvent
}
const review = (itemId: string, day: number) =>
  event({ kind: 'card-reviewed', itemId, payload: { grade: 'good' }, day })
const answer = (itemId: string, day: number, correct?: boolean) =>
  event({
    kind: 'question-answered',
    itemId,
    payload: { chosen: ['a'] },
    day,
    ...(correct === undefined ? {} : { correct }),
  })
const run = (itemId: string, day: number) => event({ kind: 'run-finished', itemId, payload: {} as never, day })

test('summarise: an empty log shows nothing, and no lesson that was never touched', () => {
  expect(summarise([], facts, now)).toEqual({
    lessons: [],
    cards: { reviewed: 0, reviews: 0, due: 0 },
    answers: { questions: 0, correct: 0, unscored: 0 },
    runs: [],
  })
})

test('summarise: a lesson’s progress is the mean of its shares of cards, questions and experiments', () => {
  const opened = event({ kind: 'lesson-opened', itemId: 'tanh', payload: {}, day: 1 })
  const { lessons } = summarise(
    [review('relu.a', 5), review('relu.a', 5), answer('relu.q1', 4, true), opened],
    facts,
    now,
  )
  expect(lessons).toEqual([
    {
      lessonId: 'tanh',
      cards: { done: 0, of: 1 },
      questions: { done: 0, of: 0 },
      experiments: { done: 0, of: 0 },
      fraction: 0,
      cardsDue: 0,
      lastActiveAt: now - 86_400_000,
    },
    {
      lessonId: 'relu',
      cards: { done: 1, of: 2 },
      questions: { done: 1, of: 2 },
      experiments: { done: 0, of: 1 },
      fraction: 1 / 3,
      cardsDue: 1,
      lastActiveAt: now - 4 * 86_400_000,
    },
  ])
})

test('summarise: a later wrong answer changes the answer shown, and takes no progress away', () => {
  const { answers, lessons } = summarise(
    [answer('relu.q1', 2, true), answer('relu.q1', 1, false), answer('relu.q2', 1)],
    facts,
    now,
  )
  expect(answers).toEqual({ questions: 2, correct: 0, unscored: 1 })
  expect(lessons[0]?.questions).toEqual({ done: 1, of: 2 })
})

test('summarise: an answer without a verdict is neither right nor wrong, and hides no progress', () => {
  const { answers, lessons } = summarise([answer('relu.q1', 2, true), answer('relu.q1', 1)], facts, now)
  expect(answers).toEqual({ questions: 1, correct: 0, unscored: 1 })
  expect(lessons[0]?.questions).toEqual({ done: 1, of: 2 })
})

test('summarise: what was undone is not counted', () => {
  const kept = review('relu.a', 3)
  const undone = review('relu.b', 2)
  const undo = event({ kind: 'event-retracted', itemId: 'relu.b', payload: { eventId: undone.id }, day: 2 })
  expect(summarise([undo, undone, kept], facts, now)).toEqual(summarise([kept], facts, now))
})

test('summarise: runs come latest first, with those of challenges, which belong to no lesson', () => {
  const { runs, lessons, cards } = summarise(
    [run('relu.dying', 3), run('cifar-activation-swap', 1), review('gone.card', 9)],
    facts,
    now,
  )
  expect(runs.map((shown) => shown.itemId)).toEqual(['cifar-activation-swap', 'relu.dying'])
  expect(lessons.map(({ lessonId, experiments }) => [lessonId, experiments.done])).toEqual([['relu', 1]])
  expect(cards).toEqual({ reviewed: 1, reviews: 1, due: 1 })
})
