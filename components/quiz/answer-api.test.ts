import { expect, test } from 'vitest'
import { checkAnswer } from './answer-api'
import type { AnswerEvent } from './question-standing'

const event: AnswerEvent = {
  id: 'a',
  kind: 'question-answered',
  itemId: 'relu.q-dead',
  itemVersion: 'v',
  payload: { chosen: ['x'] },
  occurredAt: '2026-03-01T00:00:00.000Z',
  timeZone: 'UTC',
  deviceId: 'd',
  elapsedMs: 0,
}
const answering = (status: number, body: string) => async () => new Response(body, { status })

test('a scored answer is passed on', async () => {
  const body = { correct: false, options: [{ id: 'x', correct: false, chosen: true }], explanationHtml: '<p>No.</p>' }
  expect(await checkAnswer(answering(200, JSON.stringify(body)), 'relu', event, null)).toEqual({
    status: 'checked',
    answer: body,
  })
})

test.each([
  ['no connection', () => Promise.reject(new TypeError('Failed to fetch')), 'The server could not be reached.'],
  ['a proxy’s page', answering(200, '<html>Sign in to the Wi-Fi</html>'), 'The server could not be reached.'],
  ['a crash', answering(502, 'Bad gateway'), 'The server could not be reached.'],
  ['an answer with half its parts', answering(200, '{"correct":true}'), 'The server could not be reached.'],
  [
    'a refusal in words',
    answering(503, '{"error":{"message":"The database is away.","id":"1"}}'),
    'The database is away.',
  ],
])('%s never counts as a wrong answer', async (_what, fetch, message) => {
  expect(await checkAnswer(fetch, 'relu', event, null)).toEqual({ status: 'not-checked', message })
})

test.each([
  ['a guest', null, null],
  ['a learner', 'ada', 'ada'],
])('%s says whose log the answer belongs to: %o', async (_who, learnerId, header) => {
  let sent: RequestInit | undefined
  await checkAnswer(
    async (_url, init) => {
      sent = init
      return new Response('{}')
    },
    'relu',
    event,
    learnerId,
  )
  expect(new Headers(sent?.headers).get('X-Nonlinear-Learner')).toBe(header)
})
