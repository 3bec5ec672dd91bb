import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { proveEmail, replacePassword } from '@/lib/auth/password/credentials'
import { hashPassword } from '@/lib/auth/password/password'
import { databases, openTestDatabase, type TestDatabase } from '@/lib/db/test-database'
import { readSessionToken, sessionCookie } from './session-cookie'
import { endSession, findSession, SESSION_ABSOLUTE_MS, SESSION_IDLE_MS, startSession } from './sessions'

const DAY_MS = 86_400_000
const start = Date.parse('2026-01-01T00:00:00Z')

describe.each(databases)('sessions: %s', (kind) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(kind)
  })
  afterAll(() => database.close())

  async function person(): Promise<string> {
    const data = {
      email: `${randomUUID()}@example.org`,
      password: { create: { hash: await hashPassword('correct horse') } },
    }
    return (await database.db.user.create({ data, select: { id: true } })).id
  }
  const find = (token: string, now: number) => findSession(database.db, token, now)

  test('a token opens its session; the database holds only its hash', async () => {
    const userId = await person()
    const token = await startSession(database.db, userId, start)
    expect(Buffer.from(token, 'base64url').length).toBeGreaterThanOrEqual(16)
    expect((await find(token, start))?.learner.id).toBe(userId)
    const rows = await database.db.session.findMany({ where: { userId }, select: { sessionToken: true } })
    expect(rows).toHaveLength(1)
    expect(rows[0]?.sessionToken).not.toContain(token)
    expect(await find(rows[0]?.sessionToken ?? '', start)).toBeNull()
    expect(await find('', start)).toBeNull()
  })

  test('a session lives 30 days from its last use', async () => {
    const userId = await person()
    const token = await startSession(database.db, userId, start)
    expect(await find(token, start + SESSION_IDLE_MS - 1)).not.toBeNull()
    expect(await find(token, start + 2 * SESSION_IDLE_MS - 2)).not.toBeNull()
    expect(await find(token, start + 3 * SESSION_IDLE_MS)).toBeNull()
    expect(await database.db.session.count({ where: { userId } })).toBe(0)
  })

  test('a session used all the time ends 180 days after it began', async () => {
    const token = await startSession(database.db, await person(), start)
    for (let at = start; at < start + SESSION_ABSOLUTE_MS; at += 20 * DAY_MS)
      expect(await find(token, at)).not.toBeNull()
    expect(await find(token, start + SESSION_ABSOLUTE_MS - 1)).not.toBeNull()
    expect(await find(token, start + SESSION_ABSOLUTE_MS)).toBeNull()
  })

  test('reading a session writes at most once a day', async () => {
    const token = await startSession(database.db, await person(), start)
    const first = await find(token, start + DAY_MS - 1)
    expect(first?.expiresAt).toBe(start + SESSION_IDLE_MS)
    expect((await find(token, start + DAY_MS))?.expiresAt).toBe(start + DAY_MS + SESSION_IDLE_MS)
  })

  test('ending one session leaves the others; a new password ends all', async () => {
    const userId = await person()
    const [one, two] = [await startSession(database.db, userId, start), await startSession(database.db, userId, start)]
    expect(one).not.toBe(two)
    await endSession(database.db, one)
    expect([await find(one, start), (await find(two, start))?.learner.id]).toEqual([null, userId])
    await replacePassword(database.db, userId, 'another horse')
    expect(await find(two, start)).toBeNull()
  })

  test('the first proof of an address drops an unproven password and its sessions, a later one nothing', async () => {
    const userId = await person()
    const intruder = await startSession(database.db, userId, start)
    await proveEmail(database.db, userId, start)
    expect(await find(intruder, start)).toBeNull()
    expect(await database.db.password.count({ where: { userId } })).toBe(0)
    await replacePassword(database.db, userId, 'my own horse')
    const owner = await startSession(database.db, userId, start)
    await proveEmail(database.db, userId, start + 1)
    expect(await find(owner, start)).not.toBeNull()
    expect(await database.db.password.count({ where: { userId } })).toBe(1)
  })
})

test('the session cookie: no script reads it, no other site’s form sends it, over https no other host sets it', () => {
  expect(sessionCookie('t', false)).toBe('nonlinear-session=t; Path=/; Max-Age=15552000; HttpOnly; SameSite=Lax')
  expect(sessionCookie('t', true)).toBe(
    '__Host-nonlinear-session=t; Path=/; Max-Age=15552000; HttpOnly; SameSite=Lax; Secure',
  )
})

test.each([
  ['a=b; nonlinear-session=tok-en; c=d', 'tok-en'],
  ['nonlinear-session=', undefined],
  ['x-nonlinear-session=evil', undefined],
  ['nonlinear-session.0=evil', undefined],
  ['', undefined],
])('readSessionToken: from "%s" reads %s', (cookie, token) => {
  expect(readSessionToken(new Request('http://localhost/', { headers: { cookie } }))).toBe(token)
})
