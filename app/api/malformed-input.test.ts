/**
 * Malformed input at every door: whatever is sent, the answer is a problem that
 * names it, never a fault of ours, and nothing is logged as one.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { databases, openTestServer, pageRequest, type TestServer } from '@/lib/auth/test-server'
import { WRITES } from './testing/requests'
import { answerOf, loadRoutes } from './testing/routes'

const opened = vi.hoisted(() => ({ server: null as TestServer | null }))
vi.mock('@/lib/db/database', async (original) => ({
  ...(await original<object>()),
  getDb: async () => opened.server?.db,
}))
vi.mock('@/lib/course/questions', () => import('./testing/quiz'))
const failures: unknown[][] = []
vi.mock('@/lib/http/log', () => ({ logFailure: (...what: unknown[]) => void failures.push(what) }))

const answer = answerOf(await loadRoutes())

beforeAll(() => void vi.stubEnv('AUTH_SECRET', 'a secret of thirty-two characters or more'))

describe.each(databases)('malformed input: %s', (kind) => {
  beforeAll(async () => {
    opened.server = await openTestServer(kind)
  })
  afterAll(() => opened.server?.close())

  function signUp() {
    if (opened.server === null) throw new Error('The test server is not open.')
    return opened.server.signUp()
  }

  test.each(WRITES)('POST /api/$route: malformed bodies are answered below 500', async ({ route, body, params }) => {
    const { cookie } = await signUp()
    failures.length = 0
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.string(), mutated(body())), async (sent) => {
        const response = await answer(
          route,
          pageRequest('POST', `/api/${route}`, {
            cookie,
            body: typeof sent === 'string' ? sent : JSON.stringify(sent),
          }),
          params,
        )
        expect([response.status, await response.text()]).toEqual([
          expect.toSatisfy((status: number) => status < 500),
          expect.any(String),
        ])
      }),
      { numRuns: 300 },
    )
    expect(failures).toEqual([])
  })

  test('whatever stands in the path, the query, the cookies or the form, the answer is below 500', async () => {
    failures.length = 0
    const text = fc.string({ unit: 'grapheme', maxLength: 40 })
    const segments = fc.array(
      fc.oneof(fc.constantFrom('signin', 'callback', 'nodemailer', 'github', 'session', 'error', 'signout'), text),
      { maxLength: 3 },
    )
    await fc.assert(
      fc.asyncProperty(
        segments,
        text,
        text,
        fc.constantFrom('GET', 'POST'),
        fc.boolean(),
        async (auth, query, value, method, form) => {
          const cookie = `nonlinear-session=${encodeURIComponent(value)}; authjs.callback-url=${encodeURIComponent(query)}`
          const search = `?callbackUrl=${encodeURIComponent(value)}&error=${encodeURIComponent(query)}&after=${encodeURIComponent(value)}`
          const headers = { 'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json' }
          const sent =
            method === 'POST'
              ? { body: form ? `email=${value}&callbackUrl=${query}` : { email: value, callbackUrl: query } }
              : {}
          const request = (at: string) => pageRequest(method, `/api/${at}${search}`, { cookie, headers, ...sent })
          expect((await answer('auth/[...auth]', request('auth/x'), { auth })).status).toBeLessThan(500)
          if (method === 'POST')
            expect((await answer('quizzes/[lesson]/answers', request('x'), { lesson: value })).status).toBeLessThan(500)
          else expect((await answer('me/events', request('me/events'))).status).toBe(401)
        },
      ),
      { numRuns: 300 },
    )
    expect(failures).toEqual([])
  })
})

/** `valid` with one value, at any depth, replaced, removed or added to. */
function mutated(valid: object): fc.Arbitrary<unknown> {
  const paths: string[][] = []
  const walk = (value: unknown, at: string[]) => {
    if (value === null || typeof value !== 'object') return
    for (const [key, member] of Object.entries(value)) {
      paths.push([...at, key])
      walk(member, [...at, key])
    }
  }
  walk(valid, [])
  const odd = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(
      '',
      '\u0000',
      '\ud800',
      '__proto__',
      'x'.repeat(70_000),
      -1,
      1e308,
      2 ** 53,
      2 ** 31,
      [],
      {},
      null,
      true,
    ),
    fc.constantFrom({ $ne: null }, { not: '' }, ['a', 'b'], { set: 'x' }, { increment: 1 }),
  )
  return fc
    .tuple(fc.constantFrom(...paths), odd, fc.constantFrom('replace', 'remove', 'add'))
    .map(([at, value, how]) => {
      const copy: unknown = structuredClone(valid)
      let parent = copy as Record<string, unknown>
      for (const key of at.slice(0, -1)) parent = parent[key] as Record<string, unknown>
      const last = at.at(-1) ?? ''
      if (how === 'remove') delete parent[last]
      else parent[how === 'add' ? `${last}x` : last] = value
      return copy
    })
}
