import { spawn } from 'node:child_process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectDatabase } from './database'
import { openTestDatabase, type TestDatabase } from './test-database'

let database: TestDatabase
beforeEach(async () => {
  database = await openTestDatabase('sqlite')
})
afterEach(() => database.close())

/** Rows written by another process; rejects with what it printed when a write failed. */
function writeRowsElsewhere(name: string, count: number): Promise<number> {
  const script = ['--import', 'tsx', 'lib/db/testing/write-rows.ts', database.url, name, String(count)]
  const child = spawn(process.execPath, script)
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  return new Promise((resolve, reject) =>
    child.on('close', (code) => (code === 0 ? resolve(Number(output)) : reject(new Error(output)))),
  )
}

async function settings() {
  const pragma = async (name: string) => {
    const [row] = await database.db.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`)
    return Object.values(row ?? {}).map(String)[0]
  }
  return {
    journal: await pragma('journal_mode'),
    sync: await pragma('synchronous'),
    keys: await pragma('foreign_keys'),
  }
}

test('sqlite: two processes and this one write to one file, and no write fails', async () => {
  const others = [writeRowsElsewhere('one', 60), writeRowsElsewhere('two', 60)]
  let finished = false
  const both = Promise.all(others).finally(() => {
    finished = true
  })
  let own = 0
  while (!finished) {
    const data = { key: `own-${own}`, count: 1, expiresAt: new Date(0) }
    await database.db.$transaction(async (tx) => {
      await tx.rateLimit.count()
      await tx.rateLimit.create({ data, select: { key: true } })
    })
    own++
    // Everything above may happen in microtasks; let the other processes' news in.
    await new Promise(setImmediate)
  }
  expect(await both).toEqual([60, 60])
  expect(await database.db.rateLimit.count()).toBe(120 + own)
})

test('sqlite: write-ahead log, full synchronisation and foreign keys hold after transactions, too', async () => {
  const expected = { journal: 'wal', sync: '2', keys: '1' }
  expect(await settings()).toEqual(expected)
  await database.db.$transaction((tx) => tx.rateLimit.count())
  await database.db.$transaction([database.db.rateLimit.count(), database.db.user.count()])
  await database.db.$transaction((tx) => tx.$queryRawUnsafe('SELECT * FROM "Nowhere"')).catch(() => undefined)
  expect(await settings()).toEqual(expected)
})

test('sqlite: transactions of one process take turns', async () => {
  const { db } = database
  await db.rateLimit.create({ data: { key: 'counter', count: 0, expiresAt: new Date(0) }, select: { key: true } })
  const increment = () =>
    db.$transaction(async (tx) => {
      const { count } = await tx.rateLimit.findUniqueOrThrow({ where: { key: 'counter' }, select: { count: true } })
      await tx.rateLimit.update({ where: { key: 'counter' }, data: { count: count + 1 }, select: { key: true } })
    })
  await Promise.all(Array.from({ length: 50 }, increment))
  expect(await db.rateLimit.findUnique({ where: { key: 'counter' }, select: { count: true } })).toEqual({ count: 50 })
})

test('sqlite: a commit that is refused is undone, and what comes after is kept', async () => {
  const { db, url } = database
  const row = (key: string) => ({ data: { key, count: 1, expiresAt: new Date(0) }, select: { key: true } })
  const refused = db.$transaction(async (tx) => {
    // Foreign keys are then looked at when it commits: the commit is what fails.
    await tx.$executeRawUnsafe('PRAGMA defer_foreign_keys = ON')
    await tx.rateLimit.create(row('undone'))
    await tx.$executeRawUnsafe(`INSERT INTO "Session" ("sessionToken", "userId", "expires") VALUES ('x', 'nobody', 0)`)
  })
  await expect(refused).rejects.toThrow(/FOREIGN KEY/)
  await db.rateLimit.create(row('single'))
  await db.$transaction((tx) => tx.rateLimit.create(row('transaction')))
  const other = connectDatabase(url)
  const found = await other.rateLimit.findMany({ select: { key: true }, orderBy: { key: 'asc' } })
  await other.$disconnect()
  expect(found.map(({ key }) => key)).toEqual(['single', 'transaction'])
})
