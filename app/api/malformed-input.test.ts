/**
 * Malformed input at every door: whatever is sent, the answer is a problem that
 * names it and comes soon, never a fault of ours, and nothing is logged as one.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest'
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

const numRuns = inject('thorough') ? 10_000 : 200
const SOON_MS = 1000

const routes = await loadRoutes()
const answer = answerOf(routes)
const READS = ['GET', 'HEAD']
const CHANGES = ['POST', 'PUT', 'PATCH', 'DELETE']
/** Every handler as a read and as a change, each once: HEAD is GET, and some answer any change alike. */
const doors = [...routes].flatMap(([route, handlers]) =>
  [READS, CHANGES].flatMap((methods) =>
    methods
      .filter((method) => handlers[method] !== undefined)
      .filter((method) => method === methods.find((other) => handlers[other] === handlers[method]))
      .map((method) => ({ method, route })),
  ),
)

beforeAll(() => {
  vi.stubEnv('AUTH_SECRET', 'a secret of thirty-two characters or more')
  vi.stubEnv('AUTH_GITHUB_ID', 'id')
  vi.stubEnv('AUTH_GITHUB_SECRET', 'secret')
})
beforeEach(() => {
  failures.length = 0
})

/** Below 500, read to its end, and soon: a slow one may have met a busy machine, but not twice. */
async function expectAnswer(ask: () => Promise<Response>, again = false): Promise<void> {
  const since = performance.now()
  const response = await ask()
  expect([response.status, await response.text()]).toEqual([
    expect.toSatisfy((status: number) => status < 500),
    expect.any(String),
  ])
  const elapsedMs = performance.now() - since
  if (elapsedMs < SOON_MS) return
  expect(again, `an answer took ${elapsedMs.toFixed(0)} ms, twice`).toBe(false)
  await expectAnswer(ask, true)
}

/** Faults of ours; that somebody could not sign in at another site is told too, but is none. */
const faults = () => failures.filter(([what]) => what !== 'sign-in failed')

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
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.string(), mutated(body())), async (sent) => {
        const text = typeof sent === 'string' ? sent : JSON.stringify(sent)
        await expectAnswer(() => answer(route, pageRequest('POST', `/api/${route}`, { cookie, body: text }), params))
      }),
      { numRuns },
    )
    expect(faults()).toEqual([])
  })

  test.each(doors)(
    '$method /api/$route: whatever stands in the path, the query, the cookies or the form, the answer is below 500',
    async ({ method, route }) => {
      const { cookie: session } = await signUp()
      const text = fc.string({ unit: 'grapheme', maxLength: 40 })
      const known = fc.constantFrom('signin', 'callback', 'nodemailer', 'github', 'session', 'error', 'signout')
      const asked = fc.record({
        segments: fc.array(fc.oneof(known, text), { maxLength: 3 }),
        value: text,
        other: text,
        signedIn: fc.boolean(),
        form: fc.boolean(),
      })
      await fc.assert(
        fc.asyncProperty(asked, async ({ segments, value, other, signedIn, form }) => {
          const [a, b] = [encodeURIComponent(value), encodeURIComponent(other)]
          const cookie = `${signedIn ? session : `nonlinear-session=${a}`}; authjs.callback-url=${b}; authjs.state=${a}`
          const headers = {
            ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
            ...(signedIn ? {} : { range: `bytes=${b}`, 'if-none-match': a, 'x-nonlinear-learner': a }),
          }
          const body = form ? `email=${value}&callbackUrl=${other}` : { email: value, callbackUrl: other }
          const path = `/api/x?callbackUrl=${a}&error=${b}&after=${a}&code=${a}&state=${b}`
          const sent = READS.includes(method) ? {} : { body }
          const params = { auth: segments, unknown: segments, lesson: value, sha256: value, file: other }
          await expectAnswer(() => answer(route, pageRequest(method, path, { cookie, headers, ...sent }), params))
        }),
        { numRuns },
      )
      expect(faults()).toEqual([])
    },
  )
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
