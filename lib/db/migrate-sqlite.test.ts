import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, expect, inject, test } from 'vitest'
import { migrate } from './migrate'
import { createSqliteAdapter } from './sqlite-adapter'

const TABLES = `
CREATE TABLE "Planet" ("id" TEXT NOT NULL PRIMARY KEY);
CREATE TABLE "Moon" ("id" TEXT PRIMARY KEY, "planetId" TEXT NOT NULL REFERENCES "Planet" ("id") ON DELETE CASCADE);
`
/** As Prisma writes it: SQLite changes a table by making a new one and dropping the old. */
const REDEFINE = `
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Planet" ("id" TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL DEFAULT '');
INSERT INTO "new_Planet" ("id") SELECT "id" FROM "Planet";
DROP TABLE "Planet";
ALTER TABLE "new_Planet" RENAME TO "Planet";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
`
const NOON = Date.UTC(2026, 6, 3, 12)

let folder: string
let directory: string
let url: string

beforeEach(async () => {
  directory = mkdtempSync(path.join(inject('testFolder'), 'sqlite-'))
  folder = path.join(directory, 'migrations')
  url = `file:${path.join(directory, 'data', 'nonlinear.db')}`
  write('0001_tables', TABLES)
  await migrate(url, { folder })
  await query(url, `INSERT INTO "Planet" VALUES ('jupiter')`)
  await query(url, `INSERT INTO "Moon" VALUES ('io', 'jupiter'), ('europa', 'jupiter')`)
})

function write(name: string, sql: string) {
  mkdirSync(path.join(folder, name), { recursive: true })
  writeFileSync(path.join(folder, name, 'migration.sql'), sql)
}

async function query(at: string, sql: string) {
  const adapter = await createSqliteAdapter(at).connect()
  try {
    return (await adapter.queryRaw({ sql, args: [], argTypes: [] })).rows
  } finally {
    await adapter.dispose()
  }
}

test('migrate-sqlite: a table that is redefined keeps the rows that refer to it', async () => {
  write('0002_named', REDEFINE)
  await migrate(url, { folder })
  expect(await query(url, 'SELECT "id" FROM "Moon" ORDER BY "id"')).toEqual([['europa'], ['io']])
  expect(await query(url, 'SELECT * FROM "Planet"')).toEqual([['jupiter', '']])
})

test('migrate-sqlite: a migration that leaves rows without what they refer to is undone', async () => {
  write('0002_empty', `DELETE FROM "Planet";`)
  await expect(migrate(url, { folder })).rejects.toThrow('0002_empty failed and was undone: it leaves rows that refer')
  expect(await query(url, 'SELECT count(*) FROM "Planet"')).toEqual([[1]])
})

test('migrate-sqlite: the file is copied, whole, before it is changed', async () => {
  // A connection that stays open keeps the latest rows in the write-ahead log.
  const open = await createSqliteAdapter(url).connect()
  await open.executeRaw({ sql: `INSERT INTO "Planet" VALUES ('saturn')`, args: [], argTypes: [] })
  write('0002_gone', `DROP TABLE "Moon"; DELETE FROM "Planet";`)
  const copies: string[] = []
  await migrate(url, { folder, now: () => NOON, onCopy: (file) => copies.push(file) })
  await open.dispose()
  const copy = path.join(directory, `data/copies/nonlinear-before-0002_gone-20260703T120000.000Z-${process.pid}.db`)
  expect(copies).toEqual([copy])
  expect(await query(`file:${copy}`, 'SELECT "id" FROM "Planet" ORDER BY "id"')).toEqual([['jupiter'], ['saturn']])
  expect(await query(`file:${copy}`, 'SELECT count(*) FROM "Moon"')).toEqual([[2]])
})

test('migrate-sqlite: two starts within one second make a copy each, and neither fails', async () => {
  write('0002_gone', `DROP TABLE "Moon";`)
  const starts = [0, 1].map((later) => migrate(url, { folder, now: () => NOON + later }))
  expect((await Promise.all(starts)).flat()).toEqual(['0002_gone'])
  expect(readdirSync(path.join(directory, 'data/copies'))).toHaveLength(2)
})

test('migrate-sqlite: nothing pending, or nothing there yet, makes no copy', async () => {
  await migrate(url, { folder })
  expect(existsSync(path.join(directory, 'data/copies'))).toBe(false)
  expect(readdirSync(path.join(directory, 'data'))).toContain('nonlinear.db')
})
