import { describe, expect, test } from 'vitest'
import { goalSentence, judgeGoal, parseGoal } from './goal'

const GOAL = 'data=spiral&units=12&accuracy=95'
const RUN = { data: 'spiral', units: 12, layers: 2, reachedAt: [40, 55] }

test('a goal is read, and said in a sentence', () => {
  expect(parseGoal(GOAL)).toEqual({ data: 'spiral', accuracy: 0.95, units: 12, layers: null, epochs: null })
  expect(goalSentence(parseGoal(GOAL))).toBe(
    'Separate the spiral with at most 12 hidden units: 95 % of the held-back points right, for every seed.',
  )
  expect(goalSentence(parseGoal('accuracy=100&layers=1&units=3&epochs=50'))).toBe(
    'Separate the points with at most 3 hidden units, 1 hidden layer and 50 epochs: 100 % of the held-back points right, for every seed.',
  )
})

test.each([
  ['units=12', 'The goal has no accuracy'],
  ['accuracy=0', 'write a whole number from 1 on'],
  ['accuracy=101', 'accuracy (to 100)'],
  ['accuracy=95&neurons=3', 'write data, accuracy (to 100), units, layers or epochs'],
  ['accuracy=95&data=swirl', 'The goal’s data are “swirl”; use one of spiral, moons'],
  ['', 'write a whole number'],
])('the author of “%s” is told what is wrong', (text, message) => {
  expect(() => parseGoal(text)).toThrow(message)
})

describe('a run', () => {
  test.each([
    ['keeps all limits', {}, { is: 'reached', epoch: 55 }],
    ['has one seed that is not there yet', { reachedAt: [40, null] }, { is: 'open', why: null }],
    ['has not begun', { reachedAt: [] }, { is: 'open', why: null }],
    ['has a unit too many', { units: 13 }, { is: 'open', why: 'There are 13 hidden units, and 12 are allowed.' }],
    ['learns something else', { data: 'moons' }, { is: 'open', why: 'The data are not the spiral.' }],
  ])('that %s', (_, change, verdict) => {
    expect(judgeGoal(parseGoal(GOAL), { ...RUN, ...change })).toEqual(verdict)
  })

  test('that takes too long has not reached it', () => {
    expect(judgeGoal(parseGoal('accuracy=95&epochs=54'), RUN)).toEqual({ is: 'open', why: null })
    expect(judgeGoal(parseGoal('accuracy=95&epochs=55'), RUN)).toEqual({ is: 'reached', epoch: 55 })
  })
})
