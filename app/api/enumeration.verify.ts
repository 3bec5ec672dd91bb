/**
 * Nobody learns at a door who has an account: over 1,000 pairs, one address with an account
 * and one without, the answers are equal and take equally long.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { hashPassword } from '@/lib/auth/password/password'
import { databases, openTestServer, pageRequest, type TestServer } from '@/lib/auth/test-server'
import { answerOf, loadRoutes } from './testing/routes'

const opened = vi.hoisted(() => ({ server: null as TestServer | null }))
vi.mock('@/lib/db/database', async (original) => ({
  ...(await original<object>()),
  getDb: async () => opened.server?.db,
}))
vi.mock('@/lib/course/questions', () => import('./testing/quiz'))
// How long a mail server takes would only hide what is measured here.
vi.mock('@/lib/auth/provider/sign-in-mail', () => ({ sendSignInMail: async () => undefined }))

const PAIRS = 1000
/** The median of 1,000 differences lies between these two of them, in order, in all but one of 4,000 runs (sign test). */
const [LOW, HIGH] = [442, 557]
/** Less than a network adds to one request and not to the next; and each account can be asked about a few times only. */
const UNNOTICED_MS = 0.25

const answer = answerOf(await loadRoutes())

beforeAll(() => {
  vi.stubEnv('AUTH_SECRET', 'a secret of thirty-two characters or more')
  vi.stubEnv('SMTP_URL', 'smtp://mail.invalid')
  vi.stubEnv('MAIL_FROM', 'Nonlinear <no-reply@example.org>')
})

const password = 'correct horse'
const newEmail = () => `${randomUUID()}@example.org`
const DOORS = [
  {
    door: 'signing in',
    route: 'auth/password/sign-in',
    params: {},
    body: (email: string) => ({ email, password: 'wrong horse' }),
  },
  {
    door: 'signing up where mail is configured',
    route: 'auth/password/sign-up',
    params: {},
    body: (email: string) => ({ id: randomUUID(), email, password }),
  },
  {
    door: 'asking for a link by mail',
    route: 'auth/[...auth]',
    params: { auth: ['signin', 'nodemailer'] },
    body: (email: string) => ({ email }),
  },
]

/** Addresses from all over the world, none twice: limits are not what is measured here. */
let networks = 0
function newNetwork(): string {
  networks += 1
  return `10.${networks >> 16}.${(networks >> 8) & 255}.${networks & 255}`
}

describe.each(databases)('enumeration: %s', (kind) => {
  beforeAll(async () => {
    opened.server = await openTestServer(kind)
  })
  afterAll(() => opened.server?.close())

  /** Addresses that nobody has asked for yet, as those of the strangers: counters start the same for both. */
  async function makeAccounts(): Promise<string[]> {
    const users = Array.from({ length: PAIRS }, () => ({
      id: randomUUID(),
      email: newEmail(),
      emailVerified: new Date(),
    }))
    const hash = await hashPassword(password)
    await opened.server?.db.user.createMany({ data: users })
    await opened.server?.db.password.createMany({ data: users.map(({ id }) => ({ userId: id, hash })) })
    return users.map(({ email }) => email)
  }

  test.each(DOORS)('$door: 1,000 pairs, the same answer in the same time', async ({ door, route, params, body }) => {
    async function ask(email: string) {
      const headers = { 'x-forwarded-for': newNetwork() }
      const request = pageRequest('POST', `/api/${route}`, { body: body(email), headers })
      const since = performance.now()
      const response = await answer(route, request, params)
      const text = await response.text()
      const elapsedMs = performance.now() - since
      return { elapsedMs, said: [response.status, withoutChance(text), ...shownHeaders(response)] }
    }
    for (let warming = 0; warming < 20; warming++) await ask(newEmail())
    const differences: number[] = []
    for (const email of await makeAccounts()) {
      const stranger = newEmail()
      const knownFirst = Math.random() < 0.5
      const first = await ask(knownFirst ? email : stranger)
      const second = await ask(knownFirst ? stranger : email)
      expect(first.said).toEqual(second.said)
      differences.push((first.elapsedMs - second.elapsedMs) * (knownFirst ? 1 : -1))
    }
    const [atLeast = 0, atMost = 0] = differences.sort((a, b) => a - b).filter((_, at) => at === LOW || at === HIGH)
    process.stdout.write(
      `  ${kind}, ${door}: with an account ${atLeast.toFixed(3)} to ${atMost.toFixed(3)} ms longer\n`,
    )
    expect(atLeast).toBeLessThan(UNNOTICED_MS)
    expect(atMost).toBeGreaterThan(-UNNOTICED_MS)
  })
})

/** Ids of problems are made anew for every answer. */
const withoutChance = (text: string) => text.replace(/"id":"[^"]*"/, '"id":""')

/** All that is told, with values that are random by design told by their shape. */
function shownHeaders(response: Response): string[] {
  return [...response.headers].map(
    ([name, value]) => `${name}: ${name === 'set-cookie' ? value.replace(/=[^;]*/, '=') : value}`,
  )
}
