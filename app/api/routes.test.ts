/**
 * Every route against everybody: who may, from where, with what body. The table
 * lists all routes; one that is missing from it, or that answers to more methods
 * than it says, fails. What a single route computes is tested beside its rules.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { databases, openTestServer, pageRequest, type TestServer } from '@/lib/auth/test-server'
import { anyParams, newAnswer, newEvent, WRITES } from './testing/requests'
import { answerOf, loadRoutes } from './testing/routes'

const opened = vi.hoisted(() => ({ server: null as TestServer | null }))
vi.mock('@/lib/db/database', async (original) => ({
  ...(await original<object>()),
  getDb: async () => opened.server?.db,
}))
vi.mock('@/lib/course/questions', () => import('./testing/quiz'))

type Who = 'anybody' | 'learner'
const TABLE: Record<string, Partial<Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', Who>>> = {
  // An address that does not exist: 404 in our own words.
  '[...unknown]': { GET: 'anybody', POST: 'anybody', PUT: 'anybody', PATCH: 'anybody', DELETE: 'anybody' },
  'auth/[...auth]': { GET: 'anybody', POST: 'anybody' },
  'auth/methods': { GET: 'anybody' },
  'auth/password/sign-in': { POST: 'anybody' },
  'auth/password/sign-up': { POST: 'anybody' },
  'auth/sign-out': { POST: 'anybody' },
  'datasets/cifar10': { GET: 'anybody' },
  'datasets/cifar10/[sha256]/[file]': { GET: 'anybody' },
  health: { GET: 'anybody' },
  me: { GET: 'anybody' },
  'me/events': { GET: 'learner', POST: 'learner' },
  'quizzes/[lesson]/answers': { POST: 'anybody' },
  'views/[kind]/[id]': { POST: 'anybody' },
}
/** Tested by their owners: no account, no body. */
const OTHERS = ['datasets/cifar10', 'datasets/cifar10/[sha256]/[file]', 'health']

const routes = await loadRoutes()
const answer = answerOf(routes)

beforeAll(() => void vi.stubEnv('AUTH_SECRET', 'a secret of thirty-two characters or more'))

test('the table lists every route with every method it answers to', () => {
  const found = [...routes]
    .filter(([route]) => !OTHERS.includes(route))
    .map(([route, module]) => [route, methodsOf(module)])
  const listed = Object.entries(TABLE)
    .filter(([route]) => !OTHERS.includes(route))
    .map(([route, who]) => [route, Object.keys(who).sort()])
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(listed))
  for (const [route, module] of routes) {
    expect(Object.keys(TABLE)).toContain(route)
    if (OTHERS.includes(route)) for (const method of methodsOf(module)) expect(['GET', 'HEAD']).toContain(method)
  }
})

function methodsOf(module: object): string[] {
  return Object.keys(module)
    .filter((name) => /^[A-Z]+$/.test(name))
    .sort()
}

const POSTS = Object.entries(TABLE)
  .filter(([, who]) => who.POST)
  .map(([route]) => route)
interface Problem {
  error: { message: string; field?: string; id: string }
}

describe.each(databases)('routes: %s', (kind) => {
  beforeAll(async () => {
    opened.server = await openTestServer(kind)
  })
  afterAll(() => opened.server?.close())

  function signUp() {
    if (opened.server === null) throw new Error('The test server is not open.')
    return opened.server.signUp()
  }
  const post = (
    route: string,
    body: unknown,
    more: Parameters<typeof pageRequest>[2] = {},
    params: object = anyParams,
  ) => answer(route, pageRequest('POST', `/api/${route}`, { body, ...more }), params)
  const problem = async (response: Response) => ((await response.json()) as Problem).error
  const log = async (cookie: string, query = '') => {
    const response = await answer('me/events', pageRequest('GET', `/api/me/events${query}`, { cookie }))
    return (await response.json()) as { events: { id: string; seq: number; correct?: boolean }[]; next: number | null }
  }

  test.each(POSTS)('POST /api/%s: refused from another site, and with no or a null origin', async (route) => {
    const { cookie } = await signUp()
    const body = WRITES.find((write) => write.route === route)?.body() ?? {}
    const foreign: Parameters<typeof pageRequest>[2][] = [
      { headers: { origin: 'https://evil.example' } },
      { headers: { origin: 'null' } },
      { headers: { 'sec-fetch-site': 'cross-site' } },
      { headers: { 'sec-fetch-site': 'same-site' } },
      { headers: { host: 'evil.example', origin: 'http://evil.example' } },
      { without: ['origin'] },
      { without: ['sec-fetch-site'] },
    ]
    for (const more of foreign) {
      const response = await post(route, body, { cookie, ...more })
      expect(response.status).toBe(403)
      expect(response.headers.getSetCookie()).toEqual([])
    }
    expect((await log(cookie)).events).toEqual([])
  })

  test('GET and POST /api/me/events: 401 for a guest, for a made-up session, and when the browser expects somebody else', async () => {
    const [ada, bob] = [await signUp(), await signUp()]
    const expecting = { 'x-nonlinear-learner': bob.learner.id }
    for (const more of [
      {},
      { cookie: 'nonlinear-session=made-up' },
      { cookie: 'nonlinear-session=' },
      { cookie: ada.cookie, headers: expecting },
    ]) {
      expect((await answer('me/events', pageRequest('GET', '/api/me/events', more))).status).toBe(401)
      expect((await post('me/events', { events: [newEvent()] }, more)).status).toBe(401)
    }
    const as = { cookie: ada.cookie, headers: { 'x-nonlinear-learner': ada.learner.id } }
    expect((await post('me/events', { events: [newEvent()] }, as)).status).toBe(200)
  })

  test.each(WRITES)(
    'POST /api/$route: a body that is too large, broken, of another type or with more in it',
    async ({ route, body, params }) => {
      const { cookie } = await signUp()
      const send = (sent: unknown, headers = {}) => post(route, sent, { cookie, headers }, params)
      expect((await send({ ...body(), filler: 'x'.repeat(1_000_000) })).status).toBe(413)
      expect((await send('{"broken')).status).toBe(400)
      expect((await send(body(), { 'content-type': 'text/plain' })).status).toBe(415)
      for (const key of ['role', 'userId', 'learnerId', 'score', 'verifiedAt', 'emailVerified']) {
        const response = await send({ ...body(), [key]: 'x' })
        expect(response.status).toBe(400)
        expect((await problem(response)).field).toBe(key)
      }
      expect((await log(cookie)).events).toEqual([])
    },
  )

  test('a 400 names the field, however deep', async () => {
    const { cookie } = await signUp()
    const wrong = [
      [{ events: [newEvent(), { ...newEvent(), payload: { grade: 'perfect' } }] }, 'events.1.payload.grade'],
      [{ events: [{ ...newEvent(), learnerId: 'x' }] }, 'events.0.learnerId'],
      [{ events: [{ ...newEvent(), payload: { grade: 'good', score: 1 } }] }, 'events.0.payload.score'],
      [{ events: [{ ...newEvent(), itemId: { $ne: null } }] }, 'events.0.itemId'],
      [{ events: [{ ...newEvent(), kind: 'admin' }] }, 'events.0.kind'],
      [{ events: Array.from({ length: 501 }, newEvent) }, 'events'],
      [{}, 'events'],
    ] as const
    for (const [body, field] of wrong) {
      const response = await post('me/events', body, { cookie })
      expect([response.status, (await problem(response)).field]).toEqual([400, field])
    }
  })

  test.each(['-1', '1e3', 'x', '99999999999', '2147483648', '', '1.5', "1'--"])(
    'GET /api/me/events?after=%s is 400',
    async (after) => {
      const { cookie } = await signUp()
      const response = await answer(
        'me/events',
        pageRequest('GET', `/api/me/events?after=${encodeURIComponent(after)}`, { cookie }),
      )
      expect([response.status, (await problem(response)).field]).toEqual([400, 'after'])
    },
  )

  test('a run with a recipe that the engine cannot run is refused, naming where', async () => {
    const { cookie } = await signUp()
    const payload = {
      ...{
        spec: { version: 1, nonsense: true },
        seed: 1,
        numerics: 'ts-1',
        dataHash: 'x',
        outcome: 'finished',
        steps: 1,
      },
      ...{ weightHash: 'a'.repeat(64), validation: { accuracy: null, loss: null }, elapsedMs: 1, multiplyAdds: 1 },
      curves: { loss: [], accuracy: [] },
    }
    const response = await post(
      'me/events',
      { events: [{ ...newEvent(), kind: 'run-finished', itemId: 'relu.dying', payload }] },
      { cookie },
    )
    expect(response.status).toBe(400)
    expect((await problem(response)).field).toMatch(/^events\.0\.payload\.spec\./)
  })

  test('one learner’s log is never shown to, or changed by, another', async () => {
    const [ada, bob] = [await signUp(), await signUp()]
    const own = newEvent()
    await post('me/events', { events: [own] }, { cookie: ada.cookie })
    const undo = { ...newEvent(), kind: 'event-retracted', payload: { eventId: own.id } }
    expect((await post('me/events', { events: [undo] }, { cookie: bob.cookie })).status).toBe(200)
    expect((await log(ada.cookie)).events.map(({ id }) => id)).toEqual([own.id])
    expect((await log(bob.cookie)).events.map(({ id }) => id)).toEqual([undo.id])
    const changed = await post('me/events', { events: [{ ...own, elapsedMs: 1 }] }, { cookie: ada.cookie })
    expect([changed.status, (await problem(changed)).message]).toEqual([422, expect.stringContaining(own.id)])
  })

  test('an answer is scored for a guest, kept for a learner, and repeating it changes nothing', async () => {
    const { cookie } = await signUp()
    const right = newAnswer(['a'])
    const first = await (await post('quizzes/[lesson]/answers', right, { cookie })).text()
    expect(JSON.parse(first)).toMatchObject({
      correct: true,
      options: [
        { id: 'a', correct: true, chosen: true },
        { id: 'b', chosen: false },
      ],
    })
    expect(await (await post('quizzes/[lesson]/answers', right, { cookie })).text()).toBe(first)
    expect(await (await post('quizzes/[lesson]/answers', right)).text()).toBe(first)
    expect(
      (await post('quizzes/[lesson]/answers', { event: { ...right.event, payload: { chosen: ['b'] } } }, { cookie }))
        .status,
    ).toBe(422)
    await post('quizzes/[lesson]/answers', newAnswer(['b']), { cookie })
    expect((await log(cookie)).events.map(({ correct }) => correct)).toEqual([true, false])
  })

  test('an answer to an older version of a question has no verdict in the log, and repeating it is no conflict', async () => {
    const { cookie } = await signUp()
    const [old, gone] = [newAnswer(['a'], { itemVersion: 'v0' }), newAnswer(['z'], { itemVersion: 'v0' })]
    await post('me/events', { events: [old.event, newAnswer(['a']).event, gone.event] }, { cookie })
    const { events } = await log(cookie)
    expect(events.map((event) => event.correct)).toEqual([undefined, true, undefined])
    expect(events.map((event) => 'correct' in event)).toEqual([false, true, false])
    expect((await post('quizzes/[lesson]/answers', old, { cookie })).status).toBe(200)
    expect((await post('quizzes/[lesson]/answers', old)).status).toBe(409)
    expect((await post('quizzes/[lesson]/answers', gone, { cookie })).status).toBe(409)
    expect((await log(cookie)).events).toHaveLength(3)
  })

  test('an event from a clock more than a day ahead is 400 naming the field, and nothing of the request is kept', async () => {
    const { cookie } = await signUp()
    const ahead = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
    const far = { ...newEvent(), occurredAt: ahead(24.1) }
    const refused = await post('me/events', { events: [newEvent(), far] }, { cookie })
    expect([refused.status, (await problem(refused)).field]).toEqual([400, 'events.1.occurredAt'])
    const wrong = newAnswer(['a'], { occurredAt: '2099-12-31T00:00:00.000Z' })
    const answered = await post('quizzes/[lesson]/answers', wrong, { cookie })
    expect([answered.status, (await problem(answered)).field]).toEqual([400, 'event.occurredAt'])
    expect((await log(cookie)).events).toEqual([])
    expect((await post('quizzes/[lesson]/answers', wrong)).status).toBe(200)
    const near = { ...newEvent(), occurredAt: ahead(23.9) }
    expect((await post('me/events', { events: [near] }, { cookie })).status).toBe(200)
  })

  test('an answer from a page that expects somebody else is scored, and lands in nobody’s log', async () => {
    const [ada, bob] = [await signUp(), await signUp()]
    const headers = { 'x-nonlinear-learner': bob.learner.id }
    const response = await post('quizzes/[lesson]/answers', newAnswer(['a']), { cookie: ada.cookie, headers })
    expect(await response.json()).toMatchObject({ correct: true })
    expect((await log(ada.cookie)).events).toEqual([])
    expect((await log(bob.cookie)).events).toEqual([])
  })

  test.each([
    ['an unknown lesson', newAnswer(), { lesson: 'nothing' }, 404],
    ['a question of another lesson', newAnswer(['a'], { itemId: 'tanh.q' }), { lesson: 'relu' }, 404],
    ['an unknown option', newAnswer(['z']), { lesson: 'relu' }, 400],
    ['two answers where one is expected', newAnswer(['a', 'b']), { lesson: 'relu' }, 400],
    ['an option of an older version of the question', newAnswer(['z'], { itemVersion: 'v0' }), { lesson: 'relu' }, 409],
    ['an option that an older version had too', newAnswer(['a'], { itemVersion: 'v0' }), { lesson: 'relu' }, 409],
    ['an event of another kind', { event: newEvent() }, { lesson: 'relu' }, 400],
  ])('an answer with %s is refused, keeps nothing and gives nothing away', async (_name, body, params, status) => {
    const { cookie } = await signUp()
    const response = await post('quizzes/[lesson]/answers', body, { cookie }, params)
    expect(response.status).toBe(status)
    expect(await response.text()).not.toContain('secret')
    expect((await log(cookie)).events).toEqual([])
  })

  test('sign up, be known, send events, sign out, sign in again: a new session each time, an old one gone', async () => {
    const me = async (cookie?: string) =>
      ((await (await answer('me', pageRequest('GET', '/api/me', { cookie }))).json()) as { learner: unknown }).learner
    const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0]
    expect(await me()).toBeNull()
    const credentials = { email: `${randomUUID()}@example.org`, password: 'correct horse' }
    const made = await post('auth/password/sign-up', { id: randomUUID(), ...credentials, name: 'Ada' })
    const { learner } = (await made.json()) as { learner: object }
    expect([made.status, learner]).toEqual([201, { id: expect.any(String), email: credentials.email, name: 'Ada' }])
    const first = cookieOf(made)
    expect(await me(first)).toEqual(learner)
    expect((await post('me/events', { events: [newEvent()] }, { cookie: first })).status).toBe(200)
    const fixed = await post('auth/password/sign-in', credentials, { cookie: first })
    const second = cookieOf(fixed)
    expect([fixed.status, second === first]).toEqual([200, false])
    expect([await me(first), await me(second)]).toEqual([null, learner])
    expect(
      (await post('auth/password/sign-in', { ...credentials, password: 'wrong horse' }, { cookie: second })).status,
    ).toBe(401)
    const out = await post('auth/sign-out', undefined, { cookie: second })
    expect([out.status, cookieOf(out), await me(second)]).toEqual([204, 'nonlinear-session=', null])
    expect((await post('auth/sign-out', undefined)).status).toBe(204)
    expect((await post('auth/password/sign-up', { ...credentials, id: randomUUID() })).status).toBe(409)
  })

  test('every answer is for its asker alone', async () => {
    const { cookie } = await signUp()
    for (const response of [
      await answer('me', pageRequest('GET', '/api/me', { cookie })),
      await answer('me/events', pageRequest('GET', '/api/me/events', { cookie })),
      await answer('me/events', pageRequest('GET', '/api/me/events')),
      await answer('auth/[...auth]', pageRequest('GET', '/api/auth/session', { cookie }), { auth: ['session'] }),
    ]) {
      expect(response.headers.get('cache-control')).toMatch(/no-store/)
    }
  })
})
