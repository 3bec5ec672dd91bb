import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countHit, forgiveHit, readHits } from '@/lib/auth/rate-limit'
import { databases, openTestDatabase, type TestDatabase } from '@/lib/db/test-database'
import { delayAfter, signIn } from './sign-in'
import { signUp, signUpSchema } from './sign-up'

const start = Date.parse('2026-01-01T00:00:00Z')
const WINDOW_MS = 15 * 60_000

describe.each(databases)('signing in and up: %s', (kind) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(kind)
  })
  afterAll(() => database.close())

  const wish = (change: Partial<{ id: string; email: string; password: string; name: string }> = {}) =>
    signUpSchema.parse({ id: randomUUID(), email: `${randomUUID()}@example.org`, password: 'correct horse', ...change })
  const register = (request = wish(), address = randomUUID()) => signUp(database.db, request, { address, now: start })

  const delays: number[] = []
  const wait = async (delayMs: number) => void delays.push(delayMs)
  const attempt = (email: string, password: string, address: string, now = start) =>
    signIn(database.db, { email, password }, { address, now, wait })

  test('the right password gives the learner; a wrong one and a missing account give the same 401', async () => {
    const request = wish({ name: ' Ada ' })
    const ada = await register(request)
    expect(ada).toEqual({ id: request.id, email: request.email, name: 'Ada' })
    expect(await attempt(request.email, 'correct horse', 'a')).toEqual(ada)
    const wrong: unknown = await attempt(request.email, 'wrong horse', 'a').catch((error: unknown) => error)
    const missing: unknown = await attempt('nobody@example.org', 'correct horse', 'a').catch((error: unknown) => error)
    expect(wrong).toMatchObject({ status: 401 })
    expect(missing).toEqual(wrong)
  })

  test('an account without a password cannot be signed in to with one', async () => {
    const email = `${randomUUID()}@example.org`
    await database.db.user.create({ data: { email }, select: { id: true } })
    await expect(attempt(email, 'correct horse', 'b')).rejects.toMatchObject({ status: 401 })
  })

  test('after ten failures one network is told 429 for this account, for a while, and nobody else is', async () => {
    const { email } = await register()
    for (let failure = 0; failure < 10; failure++) {
      await expect(attempt(email, 'wrong horse', 'c')).rejects.toMatchObject({ status: 401 })
    }
    await expect(attempt(email, 'correct horse', 'c')).rejects.toMatchObject({ status: 429, retryAfterSeconds: 900 })
    expect((await attempt(email, 'correct horse', 'elsewhere')).email).toBe(email)
    expect((await attempt(email, 'correct horse', 'c', start + WINDOW_MS)).email).toBe(email)
  })

  test('attempts made at once do not slip past the limit', async () => {
    const { email } = await register()
    const statuses = await Promise.all(
      Array.from({ length: 30 }, () =>
        attempt(email, 'wrong horse', 'd').catch((error: { status: number }) => error.status),
      ),
    )
    expect(statuses.filter((status) => status === 401)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(20)
  })

  test('signing in rightly, however often, uses up no attempts', async () => {
    const { email } = await register()
    for (let round = 0; round < 12; round++) expect((await attempt(email, 'correct horse', 'e')).email).toBe(email)
  })

  test('one network that tries account after account is told 429', async () => {
    const address = randomUUID()
    for (let failure = 0; failure < 100; failure++) {
      await countHit(database.db, { action: 'sign-in-address', windowMs: WINDOW_MS }, address, start)
    }
    await expect(attempt('new@example.org', 'wrong horse', address)).rejects.toMatchObject({ status: 429 })
  })

  test('an account attacked from many networks slows down by at most 2 s, and its owner still gets in', async () => {
    const { email } = await register()
    for (let attacker = 0; attacker < 40; attacker++) {
      await countHit(database.db, { action: 'sign-in-account', windowMs: WINDOW_MS }, email, start)
    }
    delays.length = 0
    expect((await attempt(email, 'correct horse', 'home')).email).toBe(email)
    expect(delays).toEqual([2000])
    expect([1, 10, 11, 12, 16, 17, 10_000].map(delayAfter)).toEqual([0, 0, 50, 100, 1600, 2000, 2000])
  })

  test('signing up again with the same request gives the same account; with other details 422', async () => {
    const request = wish({ name: 'Ada' })
    const ada = await register(request)
    expect(await register(request)).toEqual(ada)
    for (const change of [{ password: 'another horse' }, { email: 'other@example.org' }, { name: 'Bob' }]) {
      await expect(register({ ...request, ...change })).rejects.toMatchObject({ status: 422, field: 'id' })
    }
    expect(await database.db.user.count({ where: { id: ada.id } })).toBe(1)
  })

  test('the same sign-up many times at once makes one account', async () => {
    const request = wish()
    const made = await Promise.all(Array.from({ length: 10 }, () => register(request)))
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
  })

  test('a taken address is 409, however it is spelt; the eleventh time within an hour a network is told 429 whatever it asks', async () => {
    const { email } = await register()
    const address = randomUUID()
    for (let round = 0; round < 10; round++) {
      await expect(register(wish({ email: ` ${email.toUpperCase()}` }), address)).rejects.toMatchObject({
        status: 409,
        field: 'email',
      })
    }
    await expect(register(wish({ email }), address)).rejects.toMatchObject({ status: 429 })
    await expect(register(wish(), address)).rejects.toMatchObject({ status: 429 })
    expect((await register(wish())).name).toBeNull()
  })

  test('probes for taken addresses made at once do not slip past the limit', async () => {
    const { email } = await register()
    const address = randomUUID()
    const statuses = await Promise.all(
      Array.from({ length: 40 }, () =>
        register(wish({ email }), address).catch((error: { status: number }) => error.status),
      ),
    )
    expect(statuses.filter((status) => status === 409)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(30)
    // What is told after the limit is the same for an address that is free.
    await expect(register(wish(), address)).rejects.toMatchObject({ status: 429 })
  })

  test('a class that signs up together behind one address gets its accounts, and uses up no probes', async () => {
    const { email } = await register()
    const address = randomUUID()
    const made = await Promise.all(Array.from({ length: 14 }, () => register(wish(), address)))
    expect(new Set(made.map(({ id }) => id)).size).toBe(14)
    await expect(register(wish({ email }), address)).rejects.toMatchObject({ status: 409 })
  })

  test('counters: one window each, shared by writers at once, hits can be taken back, old rows go', async () => {
    const limit = { action: 'test', windowMs: 1000 }
    const counts = await Promise.all(Array.from({ length: 20 }, () => countHit(database.db, limit, 'subject', start)))
    expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_unused, index) => index + 1))
    await forgiveHit(database.db, limit, 'subject', start)
    expect(await readHits(database.db, limit, 'subject', start + 999)).toBe(19)
    expect(await readHits(database.db, limit, 'other', start)).toBe(0)
    expect(await countHit(database.db, limit, 'subject', start + 1000)).toBe(1)
    await countHit(database.db, limit, 'later', start + 5000)
    expect(await readHits(database.db, limit, 'subject', start)).toBe(0)
    expect(await database.db.rateLimit.count({ where: { key: { contains: 'subject' } } })).toBe(0)
  })
})
