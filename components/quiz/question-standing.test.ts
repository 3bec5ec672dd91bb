import { describe, expect, test } from 'vitest'
import type { SummaryEvent } from '@/lib/events/summary'
import { findStanding, scoreQuiz } from './question-standing'

const question = { id: 'relu.q-dead', version: 'v2' }

function answered(
  id: string,
  chosen: string[],
  more: { correct?: boolean; itemVersion?: string; itemId?: string } = {},
) {
  return {
    id,
    kind: 'question-answered',
    itemId: 'relu.q-dead',
    itemVersion: 'v2',
    payload: { chosen },
    occurredAt: '2026-03-01T00:00:00.000Z',
    timeZone: 'UTC',
    deviceId: 'd',
    elapsedMs: 0,
    ...more,
  } satisfies SummaryEvent
}
const answer = (correct: boolean) => ({ correct, options: [], explanationHtml: '' })

describe('a question', () => {
  test('is open until it is answered, and after its wording has changed', () => {
    expect(findStanding(question, [], new Map())).toEqual({ status: 'open' })
    const old = answered('a', ['x'], { itemVersion: 'v1', correct: true })
    const other = answered('b', ['x'], { itemId: 'relu.q-other', correct: true })
    expect(findStanding(question, [old, other], new Map())).toEqual({ status: 'open' })
  })

  test('stands by its latest answer', () => {
    const events = [answered('a', ['x']), answered('b', ['y'])]
    const answers = new Map([
      ['a', answer(false)],
      ['b', answer(true)],
    ])
    expect(findStanding(question, events, answers)).toMatchObject({ status: 'checked', answer: { correct: true } })
  })

  test('that could not be checked is unchecked, never wrong, and keeps what was chosen', () => {
    const standing = findStanding(question, [answered('a', ['x', 'y'])], new Map())
    expect(standing).toMatchObject({ status: 'unchecked', event: { payload: { chosen: ['x', 'y'] } } })
    expect(scoreQuiz([standing])).toEqual({ questions: 1, answered: 1, correct: 0, unchecked: 1 })
  })

  test('answered on another device shows the verdict; the event goes back to the server as it was', () => {
    const standing = findStanding(question, [answered('a', ['x'], { correct: true })], new Map())
    expect(standing).toMatchObject({ status: 'verdict', correct: true })
    expect(standing).not.toHaveProperty('event.correct')
  })
})

test('the score counts answered, right and unchecked questions', () => {
  const standings = [
    findStanding(question, [], new Map()),
    findStanding(question, [answered('a', ['x'])], new Map()),
    findStanding(question, [answered('a', ['x'], { correct: true })], new Map()),
    findStanding(question, [answered('a', ['x'])], new Map([['a', answer(true)]])),
    findStanding(question, [answered('a', ['x'])], new Map([['a', answer(false)]])),
  ]
  expect(scoreQuiz(standings)).toEqual({ questions: 5, answered: 4, correct: 2, unchecked: 1 })
})
