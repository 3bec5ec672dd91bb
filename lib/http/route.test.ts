import { stderr } from 'node:process'
import { expect, test, vi } from 'vitest'
import { HttpProblem } from './problem'
import { route } from './route'

const context = { params: Promise.resolve({}) }
const read = new Request('http://localhost:3000/api/me', { headers: { host: 'localhost:3000' } })
const own = { host: 'localhost:3000', origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }

async function answerTo(error: unknown) {
  const written = vi.spyOn(stderr, 'write').mockReturnValue(true)
  const response = await route(() => Promise.reject(error))(read, context)
  const log = written.mock.calls.map(([line]) => String(line)).join('')
  written.mockRestore()
  return { response, body: await response.text(), log }
}

test('route: a problem becomes its status, its sentence, its field and an id, and nothing is logged', async () => {
  const { response, body, log } = await answerTo(
    new HttpProblem(429, 'Too many attempts.', { field: 'email', retryAfterSeconds: 59.2 }),
  )
  expect(response.status).toBe(429)
  expect(response.headers.get('retry-after')).toBe('60')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(JSON.parse(body)).toEqual({
    error: { message: 'Too many attempts.', field: 'email', id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  })
  expect(log).toBe('')
})

test('route: any other error is 500 for the person, and its cause with the same id is in the log', async () => {
  const { response, body, log } = await answerTo(new Error('secret detail', { cause: new Error('deeper') }))
  expect(response.status).toBe(500)
  expect(body).not.toMatch(/secret|deeper|at .*\.ts/)
  const { error } = JSON.parse(body) as { error: { id: string } }
  expect(log).toContain(error.id)
  expect(log).toMatch(/secret detail.*deeper/s)
})

test.each([
  ['an unreachable server', Object.assign(new Error('Can’t reach database server'), { code: 'P1001' })],
  ['a busy file', new Error('query failed', { cause: new Error('SQLITE_BUSY: database is locked') })],
  ['a full disk', new Error('SQLITE_FULL: database or disk is full')],
  ['a read-only disk', new Error('attempt to write a readonly database')],
  ['a refused connection', Object.assign(new Error(''), { code: 'ECONNREFUSED' })],
])('route: %s is 503 with a sentence, not a fault', async (_name, error) => {
  const { response, body } = await answerTo(error)
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('5')
  expect(body).toContain('database')
})

test('route: a write from another site never reaches its handler; a read does', async () => {
  const handler = vi.fn(async () => new Response(null, { status: 204 }))
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const foreign = new Request('http://localhost:3000/', {
      method,
      headers: { ...own, origin: 'http://evil.example' },
    })
    expect((await route(handler)(foreign, context)).status).toBe(403)
  }
  expect(handler).not.toHaveBeenCalled()
  expect((await route(handler)(read, context)).status).toBe(204)
  expect(
    (await route(handler)(new Request('http://localhost:3000/', { method: 'POST', headers: own }), context)).status,
  ).toBe(204)
})
