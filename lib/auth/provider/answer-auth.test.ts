import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { answerSignUp } from '@/lib/auth/password/password-answers'
import { signIn } from '@/lib/auth/password/sign-in'
import { readSessionToken } from '@/lib/auth/session/session-cookie'
import { findSession, startSession } from '@/lib/auth/session/sessions'
import { openTestDatabase, type TestDatabase } from '@/lib/db/test-database'
import { type Env, parseEnv } from '@/lib/env'
import { answerAuth } from './answer-auth'
import { authConfig } from './auth-config'

const opened = vi.hoisted(() => ({ database: null as TestDatabase | null }))
vi.mock('@/lib/db/database', async (original) => ({
  ...(await original<object>()),
  getDb: async () => opened.database?.db,
}))

// Failed sign-ins are logged; here they are meant to fail.
vi.mock('@/lib/http/log', () => ({ logFailure: () => undefined }))

const AUTH_SECRET = 'a secret of thirty-two characters or more'
const origin = 'http://localhost:4210'
const mails: string[] = []
let settings: Env
let mailServer: Server

beforeAll(async () => {
  vi.stubEnv('AUTH_SECRET', AUTH_SECRET)
  opened.database = await openTestDatabase('sqlite')
  mailServer = startMailServer()
  await new Promise<void>((resolve) => mailServer.listen(0, '127.0.0.1', resolve))
  const address = mailServer.address()
  const port = typeof address === 'object' ? address?.port : 0
  settings = parseEnv({
    ...{
      AUTH_SECRET,
      PORT: '4210',
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: 'Nonlinear <no-reply@example.org>',
    },
    ...{ AUTH_GITHUB_ID: 'id', AUTH_GITHUB_SECRET: 'secret' },
  })
})
beforeEach(() => {
  mails.length = 0
})
afterAll(async () => {
  mailServer.close()
  await opened.database?.close()
})

function db() {
  if (opened.database === null) throw new Error('The test database is not open.')
  return opened.database.db
}

interface Asking {
  method?: string
  json?: unknown
  cookie?: string
  headers?: Record<string, string>
  server?: Env
}

function ask(
  path: string,
  { method = 'GET', json, cookie = '', headers = {}, server = settings }: Asking = {},
): Promise<Response> {
  const body = json === undefined ? {} : { body: JSON.stringify(json) }
  const request = new Request(`http://internal:9999/api/auth/${path}`, {
    method,
    headers: { 'content-type': 'application/json', cookie, host: 'evil.example', ...headers },
    ...body,
  })
  return answerAuth(request, new URL(request.url).pathname.split('/').slice(3), server)
}

/** What a browser would send back. */
function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

function learnerOf(cookie: string) {
  const token = readSessionToken(new Request(origin, { headers: { cookie } }))
  return findSession(db(), token ?? '', Date.now())
}

/** The link in the latest mail, and the path below /api/auth that its page posts to. */
function mailedLink(): { page: URL; action: string } {
  const text = (mails.at(-1) ?? '').replace(/=\r\n/g, '').replace(/=3D/g, '=')
  const page = new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? '')
  return { page, action: `callback/nodemailer${page.search}` }
}

test('an e-mail link: the mail leads to our page on the public address, opening it spends nothing, its button signs in', async () => {
  const email = `${randomUUID()}@example.org`
  const sent = await ask('signin/nodemailer', {
    method: 'POST',
    json: { email: email.toUpperCase(), callbackUrl: '/review' },
  })
  expect(sent.status).toBe(302)
  const { page, action } = mailedLink()
  expect(page.origin + page.pathname).toBe(`${origin}/sign-in/confirm`)
  expect(await db().user.count({ where: { email } })).toBe(0)
  for (let visit = 0; visit < 3; visit++) {
    const opened = await ask(action)
    expect([opened.status, opened.headers.get('location')]).toEqual([303, page.href])
  }
  const confirmed = await ask(action, { method: 'POST' })
  expect([confirmed.status, confirmed.headers.get('location')]).toEqual([302, `${origin}/review`])
  expect((await learnerOf(cookiesOf(confirmed)))?.learner.email).toBe(email)
  const again = await ask(action, { method: 'POST' })
  expect(again.headers.get('location')).toContain('/sign-in?error=Verification')
  expect(cookiesOf(again)).not.toContain('session')
})

test('the session cookie of an e-mail link is stored hashed like any other', async () => {
  await ask('signin/nodemailer', { method: 'POST', json: { email: `${randomUUID()}@example.org` } })
  const confirmed = await ask(mailedLink().action, { method: 'POST' })
  const token = readSessionToken(new Request(origin, { headers: { cookie: cookiesOf(confirmed) } }))
  expect(token?.length).toBe(43)
  expect(await db().session.count({ where: { sessionToken: token ?? '' } })).toBe(0)
})

test('the first proof of an address drops a password that somebody set without proof, and their session', async () => {
  const email = `${randomUUID()}@example.org`
  const { id } = await db().user.create({ data: { email, password: { create: { hash: 'x' } } }, select: { id: true } })
  const intruder = await startSession(db(), id, Date.now())
  await ask('signin/nodemailer', { method: 'POST', json: { email } })
  const confirmed = await ask(mailedLink().action, { method: 'POST' })
  expect((await learnerOf(cookiesOf(confirmed)))?.learner.id).toBe(id)
  expect(await findSession(db(), intruder, Date.now())).toBeNull()
  expect(await db().password.count({ where: { userId: id } })).toBe(0)
})

function signUpRequest(email: string): Request {
  return new Request(`${origin}/api/auth/password/sign-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.9' },
    body: JSON.stringify({ id: randomUUID(), email, password: 'correct horse', name: 'Ada' }),
  })
}
const attempt = { address: 'test', now: Date.now(), wait: async () => undefined }

test('signing up where mail is configured: the same answer for a new and a taken address, and no account before proof', async () => {
  const [fresh, taken] = [`${randomUUID()}@example.org`, `${randomUUID()}@example.org`]
  await db().user.create({ data: { email: taken, emailVerified: new Date() }, select: { id: true } })
  const [one, other] = [
    await answerSignUp(signUpRequest(fresh), settings),
    await answerSignUp(signUpRequest(taken), settings),
  ]
  expect([one.status, await one.json()]).toEqual([202, { checkMail: true }])
  expect([other.status, await other.json()]).toEqual([202, { checkMail: true }])
  expect(mails).toHaveLength(2)
  expect(await db().user.count({ where: { email: fresh } })).toBe(0)
})

test('the password chosen at sign-up counts once the same browser has followed the link, and only there', async () => {
  const [ada, eve] = [`${randomUUID()}@example.org`, `${randomUUID()}@example.org`]
  const cookie = cookiesOf(await answerSignUp(signUpRequest(ada), settings))
  const confirmed = await ask(mailedLink().action, { method: 'POST', cookie })
  expect((await learnerOf(cookiesOf(confirmed)))?.learner).toMatchObject({ email: ada, name: 'Ada' })
  expect((await signIn(db(), { email: ada, password: 'correct horse' }, attempt)).email).toBe(ada)
  // Eve typed somebody else's address: its owner, in another browser, gets no password of hers.
  await answerSignUp(signUpRequest(eve), settings)
  await ask(mailedLink().action, { method: 'POST', cookie })
  await expect(signIn(db(), { email: eve, password: 'correct horse' }, attempt)).rejects.toMatchObject({ status: 401 })
  expect(await db().user.count({ where: { email: eve } })).toBe(1)
})

test('proving one’s own address gives no password to the account of another', async () => {
  const [victim, own] = [`${randomUUID()}@example.org`, `${randomUUID()}@example.org`]
  await db().user.create({ data: { email: victim, emailVerified: new Date() }, select: { id: true } })
  const cookie = cookiesOf(await answerSignUp(signUpRequest(victim), settings))
  await ask('signin/nodemailer', { method: 'POST', json: { email: own } })
  await ask(mailedLink().action, { method: 'POST', cookie })
  expect(await db().password.count({ where: { user: { email: { in: [victim, own] } } } })).toBe(0)
})

test('a password that its owner has is not replaced by signing up again', async () => {
  const email = `${randomUUID()}@example.org`
  const { id } = await db().user.create({
    data: { email, emailVerified: new Date(), password: { create: { hash: 'kept' } } },
    select: { id: true },
  })
  const cookie = cookiesOf(await answerSignUp(signUpRequest(email), settings))
  await ask(mailedLink().action, { method: 'POST', cookie })
  expect(await db().password.findUnique({ where: { userId: id }, select: { hash: true } })).toEqual({ hash: 'kept' })
})

test('over https the password waits in a cookie that only this host can set', async () => {
  const server = { ...settings, AUTH_URL: 'https://learn.example.org' }
  const email = `${randomUUID()}@example.org`
  const answered = await answerSignUp(signUpRequest(email), server)
  expect(answered.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^__Host-nonlinear-pending-password=.*; Path=\/; .*; HttpOnly; SameSite=Lax; Secure$/),
  ])
  const planted = cookiesOf(answered).replace('__Host-', '')
  await ask(mailedLink().action, { method: 'POST', cookie: planted, server })
  expect(await db().password.count({ where: { user: { email } } })).toBe(0)
  await ask('signin/nodemailer', { method: 'POST', json: { email }, server })
  await ask(mailedLink().action, { method: 'POST', cookie: cookiesOf(answered), server })
  expect(await db().password.count({ where: { user: { email } } })).toBe(1)
})

test.each(['a newcomer', 'somebody with an account', 'the same person'])(
  'an e-mail link followed by %s ends the session that the browser had',
  async (who) => {
    const [email, own] = [`${randomUUID()}@example.org`, `${randomUUID()}@example.org`]
    const known = await db().user.create({ data: { email: own, emailVerified: new Date() }, select: { id: true } })
    if (who === 'somebody with an account') await db().user.create({ data: { email }, select: { id: true } })
    const before = await startSession(db(), known.id, Date.now())
    const signsIn = who === 'the same person' ? own : email
    await ask('signin/nodemailer', { method: 'POST', json: { email: signsIn } })
    const confirmed = await ask(mailedLink().action, { method: 'POST', cookie: `nonlinear-session=${before}` })
    expect((await learnerOf(cookiesOf(confirmed)))?.learner.email).toBe(signsIn)
    expect(await findSession(db(), before, Date.now())).toBeNull()
  },
)

const mailTo = (email: string, network: string) =>
  ask('signin/nodemailer', { method: 'POST', json: { email }, headers: { 'x-forwarded-for': network } })

test('a network gets five mails an hour for one address, then 429; its owner elsewhere still gets theirs', async () => {
  const email = `${randomUUID()}@example.org`
  for (let mail = 0; mail < 5; mail++) await mailTo(email, '203.0.113.50')
  for (let more = 0; more < 20; more++) {
    await expect(mailTo(email, '203.0.113.50')).rejects.toMatchObject({ status: 429 })
  }
  mails.length = 0
  expect((await mailTo(email, '203.0.113.51')).status).toBe(302)
  expect(mails).toHaveLength(1)
})

test('an address asked for from everywhere gets twenty mails an hour, then the same answer and none; a link that came still works', async () => {
  const email = `${randomUUID()}@example.org`
  const first = await mailTo(email, '198.51.100.1')
  for (let mail = 1; mail < 20; mail++) await mailTo(email, `198.51.100.${1 + mail}`)
  expect(mails).toHaveLength(20)
  const silent = await mailTo(email, '198.51.100.99')
  expect([silent.status, silent.headers.get('location')]).toEqual([first.status, first.headers.get('location')])
  expect(mails).toHaveLength(20)
  const confirmed = await ask(mailedLink().action, { method: 'POST' })
  expect((await learnerOf(cookiesOf(confirmed)))?.learner.email).toBe(email)
})

test('a mail server that fails is 503 with a sentence', async () => {
  const failing = { ...settings, SMTP_URL: 'smtp://127.0.0.1:9' }
  const request = new Request(`${origin}/api/auth/signin/nodemailer`, {
    ...{
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'x@example.org' }),
    },
  })
  await expect(answerAuth(request, ['signin', 'nodemailer'], failing)).rejects.toMatchObject({ status: 503 })
})

test('OAuth starts at the provider, with state, PKCE and our public address', async () => {
  const started = await ask('signin/github', {
    method: 'POST',
    json: { callbackUrl: '/dashboard' },
    headers: { 'x-auth-return-redirect': '1' },
  })
  const { url } = (await started.json()) as { url: string }
  const target = new URL(url)
  expect(target.origin).toBe('https://github.com')
  expect(target.searchParams.get('redirect_uri')).toBe(`${origin}/api/auth/callback/github`)
  expect(target.searchParams.get('code_challenge_method')).toBe('S256')
  const forged = await ask('callback/github?code=x&state=forged', { cookie: cookiesOf(started) })
  expect(forged.headers.get('location')).toContain('/sign-in?error=')
})

test('an OAuth address proves an account only when the provider has verified it', async () => {
  const email = `${randomUUID()}@example.org`
  await db().user.create({ data: { email, password: { create: { hash: 'x' } } }, select: { id: true } })
  const { callbacks } = authConfig(db(), settings)
  const ask = (provider: string, profile: object) =>
    callbacks?.signIn?.({ user: {}, account: { provider, type: 'oidc', providerAccountId: '1' }, profile } as never)
  const passwords = () => db().password.count({ where: { user: { email } } })
  expect(await ask('google', { email, email_verified: false })).toBe('/sign-in?error=EmailUnverified')
  expect(await ask('google', { email })).toBe('/sign-in?error=EmailUnverified')
  expect(await ask('github', { email: null })).toBe('/sign-in?error=EmailUnverified')
  expect(await passwords()).toBe(1)
  expect(await ask('google', { email: email.toUpperCase(), email_verified: true })).toBe(true)
  expect(await passwords()).toBe(0)
})

test.each([
  ['POST', 'signout'],
  ['GET', 'signout'],
  ['POST', 'session'],
  ['GET', 'csrf'],
  ['GET', 'providers'],
  ['POST', 'callback/credentials'],
  ['POST', 'signin/credentials'],
  ['GET', 'signin/github'],
  ['POST', 'callback/github'],
  ['GET', 'callback/google'],
  ['GET', 'webauthn-options/x'],
  ['POST', ''],
])('%s /api/auth/%s is not offered', async (method, path) => {
  await expect(ask(path, { method })).rejects.toMatchObject({ status: 404 })
})

test('GET session tells who is signed in, by our cookie', async () => {
  const { id } = await db().user.create({ data: { email: 'see@example.org', name: 'See' }, select: { id: true } })
  const cookie = `nonlinear-session=${await startSession(db(), id, Date.now())}`
  const response = await ask('session', { cookie })
  expect(await response.json()).toMatchObject({ user: { email: 'see@example.org' } })
  expect(await (await ask('session')).json()).toBeNull()
})

test.each([
  ['callbackUrl=https://evil.example'],
  ['callbackUrl=//evil.example'],
  ['callbackUrl=javascript:alert(1)'],
  ['callbackUrl=%00'],
  ['callbackUrl=/%5Cevil.example'],
  ['callbackUrl='],
  ['callbackUrl=http://'],
  ['error=__proto__'],
])('GET signin?%s answers on our origin', async (query) => {
  const response = await ask(`signin?${query}`, { cookie: 'authjs.callback-url=%E0%A4%A; authjs.csrf-token=|||' })
  expect(response.status).toBeLessThan(400)
  const target = new URL(response.headers.get('location') ?? '', origin)
  expect(target.origin).toBe(origin)
  expect(new URL(target.searchParams.get('callbackUrl') ?? '/', origin).origin).toBe(origin)
})

/** As much of an SMTP server (RFC 5321) as nodemailer needs; keeps what it is sent. */
function startMailServer(): Server {
  return createServer((socket) => {
    let data: string | null = null
    socket.write('220 test\r\n')
    socket.on('data', (chunk) => {
      if (data !== null) {
        data += chunk.toString()
        if (!data.endsWith('\r\n.\r\n')) return
        mails.push(data)
        data = null
        socket.write('250 kept\r\n')
        return
      }
      const command = chunk.toString().slice(0, 4).toUpperCase()
      if (command === 'DATA') data = ''
      socket.write(command === 'DATA' ? '354 go on\r\n' : command === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n')
    })
    socket.on('error', () => undefined)
  })
}
