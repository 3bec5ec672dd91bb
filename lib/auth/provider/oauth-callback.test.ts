/** Signing in by OAuth from our button to our session, with GitHub's servers played by the test. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { findSession, hashSessionToken, startSession } from '@/lib/auth/session/sessions'
import { openTestDatabase, type TestDatabase } from '@/lib/db/test-database'
import { parseEnv } from '@/lib/env'
import { answerAuth } from './answer-auth'

const opened = vi.hoisted(() => ({ database: null as TestDatabase | null }))
vi.mock('@/lib/db/database', async (original) => ({
  ...(await original<object>()),
  getDb: async () => opened.database?.db,
}))

const origin = 'https://learn.example.org'
const COOKIE = '__Host-nonlinear-session'
const settings = parseEnv({
  ...{ AUTH_SECRET: 'a secret of thirty-two characters or more', AUTH_URL: origin },
  ...{ AUTH_GITHUB_ID: 'id', AUTH_GITHUB_SECRET: 'secret' },
})

/** Who is at GitHub's end. */
const person = { id: 0, email: '' }
let lastId = 0

async function asGitHub(input: string | URL | Request): Promise<Response> {
  const url = input instanceof Request ? input.url : String(input)
  if (url === 'https://github.com/login/oauth/access_token') {
    return Response.json({ access_token: 'granted', token_type: 'bearer', scope: 'read:user,user:email' })
  }
  if (url === 'https://api.github.com/user') return Response.json({ id: person.id, login: 'grace', name: 'Grace' })
  if (url === 'https://api.github.com/user/emails') {
    return Response.json([{ email: person.email, primary: true, verified: true }])
  }
  throw new Error(`The test plays no server at ${url}.`)
}

beforeAll(async () => {
  vi.stubEnv('AUTH_SECRET', settings.AUTH_SECRET)
  vi.stubGlobal('fetch', asGitHub)
  opened.database = await openTestDatabase('sqlite')
})
beforeEach(() => {
  lastId += 1
  Object.assign(person, { id: lastId, email: `${randomUUID()}@example.org` })
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await opened.database?.close()
})

function db() {
  if (opened.database === null) throw new Error('The test database is not open.')
  return opened.database.db
}

async function ada() {
  const { id } = await db().user.create({ data: { email: `${randomUUID()}@example.org` }, select: { id: true } })
  return { id, token: await startSession(db(), id, Date.now()) }
}

function ask(method: 'GET' | 'POST', path: string, cookie: string): Promise<Response> {
  const request = new Request(`http://internal:9999/api/auth/${path}`, {
    method,
    headers: { 'content-type': 'application/json', cookie },
    ...(method === 'POST' ? { body: JSON.stringify({ callbackUrl: '/review' }) } : {}),
  })
  return answerAuth(request, path.split('?')[0]?.split('/') ?? [], settings)
}

/** Presses the button and comes back from GitHub; `cookie`: what the browser had before. Returns the new session's token. */
async function comeBack(cookie: string): Promise<string> {
  const started = await ask('POST', 'signin/github', cookie)
  const state = new URL(started.headers.get('location') ?? '').searchParams.get('state') ?? ''
  const sent = [cookie, ...started.headers.getSetCookie().map((one) => one.split(';')[0])].filter(Boolean).join('; ')
  const back = await ask('GET', `callback/github?code=a-code&state=${encodeURIComponent(state)}`, sent)
  expect(back.headers.get('location')).toBe(`${origin}/review`)
  const set = back.headers.getSetCookie().find((one) => one.startsWith(`${COOKIE}=`)) ?? ''
  expect(set).toMatch(/; Path=\/; .*HttpOnly; Secure; SameSite=Lax/)
  return set.slice(COOKIE.length + 1).split(';')[0] ?? ''
}

const personOf = async (token: string) => (await findSession(db(), token, Date.now()))?.learner
const accountsOf = (userId: string) => db().account.count({ where: { userId } })

test('a newcomer gets an account of their own, proven, and a session whose token is stored hashed', async () => {
  const token = await comeBack('')
  expect(await personOf(token)).toMatchObject({ email: person.email, name: 'Grace' })
  expect(await db().session.count({ where: { sessionToken: { in: [token, hashSessionToken(token)] } } })).toBe(1)
  expect(await db().session.count({ where: { sessionToken: hashSessionToken(token) } })).toBe(1)
  expect(await db().user.count({ where: { email: person.email, emailVerified: { not: null } } })).toBe(1)
})

test.each([
  ['in the session cookie', (token: string) => `${COOKIE}=${token}`],
  ['in pieces of it', (token: string) => `${COOKIE}.0=${token.slice(0, 9)}; ${COOKIE}.1=${token.slice(9)}`],
])('somebody else signed in on this browser, %s: the newcomer is not linked to them', async (_name, cookieOf) => {
  const { id, token } = await ada()
  const own = await comeBack(cookieOf(token))
  expect((await personOf(own))?.email).toBe(person.email)
  expect(await accountsOf(id)).toBe(0)
})

test('signing in ends the session that the browser had, whoever comes back', async () => {
  const before = await ada()
  const first = await comeBack(`${COOKIE}=${before.token}`)
  expect(await personOf(before.token)).toBeUndefined()
  const second = await comeBack(`${COOKIE}=${first}`)
  expect(await personOf(first)).toBeUndefined()
  expect((await personOf(second))?.email).toBe(person.email)
  expect(await db().user.count({ where: { email: person.email } })).toBe(1)
})

test('coming back with a state that is not ours signs nobody in and leaves the session there was', async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValueOnce(true)
  const { id, token } = await ada()
  const back = await ask('GET', 'callback/github?code=a-code&state=forged', `${COOKIE}=${token}`)
  expect(back.headers.get('location')).toContain('/sign-in?error=')
  expect((await personOf(token))?.id).toBe(id)
})
