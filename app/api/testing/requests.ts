/** Requests as our pages make them, for tests of routes. */
import { randomUUID } from 'node:crypto'

export const newEvent = () => ({
  ...{ id: randomUUID(), kind: 'card-reviewed', itemId: 'relu.kink', itemVersion: 'v1', payload: { grade: 'good' } },
  ...{ occurredAt: '2026-05-04T07:00:00.000Z', timeZone: 'Europe/Zurich', deviceId: randomUUID(), elapsedMs: 1200 },
})

/** The body of an answer to the question in ./quiz. */
export const newAnswer = (chosen: string[] = ['a'], change: object = {}) => ({
  event: { ...newEvent(), kind: 'question-answered', itemId: 'relu.q-dead', payload: { chosen }, ...change },
})

const newEmail = () => `${randomUUID()}@example.org`

/** For each route that takes a body: where, and a body that is right. */
export const WRITES: { route: string; params: object; body: () => object }[] = [
  { route: 'me/events', params: {}, body: () => ({ events: [newEvent(), newAnswer().event] }) },
  { route: 'quizzes/[lesson]/answers', params: { lesson: 'relu' }, body: () => newAnswer() },
  {
    route: 'auth/password/sign-up',
    params: {},
    body: () => ({ id: randomUUID(), email: newEmail(), password: 'correct horse' }),
  },
  { route: 'auth/password/sign-in', params: {}, body: () => ({ email: newEmail(), password: 'correct horse' }) },
]

/** Parameters under which each route answers, whichever it is. */
export const anyParams = { lesson: 'relu', auth: ['signin', 'github'] }
