import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UnitHistory } from '@/lib/training/dead-units/unit-history'
import { answerOf, answersFor, outcomeOf, subjectOf } from './unit-predictions'

test('answers are quarters in whole numbers', () => {
  expect(answersFor(32).map(({ label }) => label)).toEqual(['None', '1 to 8', '9 to 16', '17 to 24', '25 to 32'])
  expect(answersFor(3).map(({ label }) => label)).toEqual(['None', '1', '2', '3'])
  expect(answersFor(0).map(({ label }) => label)).toEqual(['None'])
})

test('every count is exactly one of the answers, and its label names it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 128 }), fc.nat(128), (most, some) => {
      const count = some % (most + 1)
      const answer = answersFor(most).find(({ id }) => id === answerOf(count, most))
      const [low = 0, high = low] = (answer?.label ?? '').replace('None', '0').split(' to ').map(Number)
      expect(count).toBeGreaterThanOrEqual(low)
      expect(count).toBeLessThanOrEqual(high)
    }),
  )
})

const deaths = { about: 'deaths', units: 4, until: 2, pauses: true } as const
const revivals = { about: 'revivals', dead: 3, swap: 1, until: 3 } as const

function history(rows: number[][]): UnitHistory {
  const made = new UnitHistory(4, 3)
  made.add({ first: 0, awake: Uint16Array.from(rows.flat()), inBatch: Uint16Array.from(rows.flat()) })
  return made
}

test('what came out', () => {
  const whole = history([
    [1, 1, 1, 1],
    [0, 0, 0, 1],
    [0, 1, 1, 1],
    [0, 1, 1, 0],
  ])
  expect(outcomeOf(deaths, history([[1, 1, 1, 1]]), false)).toBe(null)
  expect(outcomeOf(deaths, whole, false)).toBe('to-a-quarter')
  expect(outcomeOf(revivals, whole, false)).toBe('to-three-quarters')
  expect(outcomeOf(revivals, null, true)).toBe('diverges')
})

test('what is asked names the step and the count', () => {
  expect(subjectOf(deaths, 'v').question).toBe('how many of the 4 units will be dead when it pauses, after step 2?')
  expect(subjectOf(revivals, 'v').question).toContain('of the 3 units that were dead at the swap')
})
