import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databases, openTestDatabase, type TestDatabase } from './test-database'

describe.each(databases)('database contract: %s', (kind) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(kind)
  })
  afterAll(() => database.close())

  const createUser = (email: string) =>
    database.db.user.create({ data: { email }, select: { id: true, createdAt: true } })

  test('a row comes back as it was written', async () => {
    const before = Date.now()
    const { id, createdAt } = await createUser('Ada@example.org')
    const found = await database.db.user.findUnique({ where: { id }, select: { email: true, emailVerified: true } })
    expect(found).toEqual({ email: 'Ada@example.org', emailVerified: null })
    expect(Math.abs(createdAt.getTime() - before)).toBeLessThan(5000)
  })

  test('a second row with the same unique value is refused with P2002', async () => {
    await createUser('twice@example.org')
    await expect(createUser('twice@example.org')).rejects.toMatchObject({ code: 'P2002' })
  })

  test('a row cannot refer to one that does not exist', async () => {
    const session = database.db.session.create({ data: { sessionToken: 't', userId: 'nobody', expires: new Date() } })
    await expect(session).rejects.toMatchObject({ code: 'P2003' })
  })

  test('a user who goes takes what refers to them along', async () => {
    const { id } = await createUser('leaving@example.org')
    await database.db.session.create({ data: { sessionToken: 'leaving', userId: id, expires: new Date() } })
    await database.db.user.delete({ where: { id }, select: { id: true } })
    expect(await database.db.session.count({ where: { userId: id } })).toBe(0)
  })

  test('a transaction that throws leaves nothing behind', async () => {
    const failed = database.db.$transaction(async (tx) => {
      await tx.user.create({ data: { email: 'half@example.org' }, select: { id: true } })
      throw new Error('changed my mind')
    })
    await expect(failed).rejects.toThrow('changed my mind')
    expect(await database.db.user.count({ where: { email: 'half@example.org' } })).toBe(0)
  })

  test('a time keeps its milliseconds', async () => {
    const emailVerified = new Date('2026-02-28T23:59:59.987Z')
    const user = await database.db.user.create({
      data: { email: 'time@example.org', emailVerified },
      select: { id: true },
    })
    const found = await database.db.user.findUnique({ where: { id: user.id }, select: { emailVerified: true } })
    expect(found?.emailVerified?.toISOString()).toBe('2026-02-28T23:59:59.987Z')
  })
})
