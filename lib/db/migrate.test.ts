import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, inject, test } from 'vitest'
import { connectDatabase } from './database'
import { migrate } from './migrate'
import { createEmptyDatabase, databases } from './test-database'

const FIRST = 'CREATE TABLE "Planet" ("id" TEXT NOT NULL PRIMARY KEY);'
const MOON = `CREATE TABLE "Moon" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "planetId" TEXT NOT NULL,
  CONSTRAINT "Moon_planetId_fkey" FOREIGN KEY ("planetId") REFERENCES "Planet" ("id") ON DELETE CASCADE
);`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(inject('testFolder'), 'migrations-'))
})

function write(name: string, sql: string) {
  mkdirSync(path.join(folder, name), { recursive: true })
  writeFileSync(path.join(folder, name, 'migration.sql'), sql)
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const db = connectDatabase(url)
  try {
    return await db.$queryRawUnsafe(sql)
  } finally {
    await db.$disconnect()
  }
}

const recorded = (url: string) =>
  query(url, 'SELECT "migration_name" AS "name", "applied_steps_count" AS "steps" FROM "_prisma_migrations" ORDER BY 1')

/** A server's first step in a process of its own; resolves to what it printed. */
function migrateInProcess(url: string): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/migrate.ts'], {
    env: { NODE_ENV: 'test', PATH: '', DATABASE_URL: url },
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  return new Promise((resolve, reject) =>
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(output)))),
  )
}

describe.each(databases)('migrate: %s', (kind) => {
  let url: string
  beforeEach(async () => {
    url = await createEmptyDatabase(kind)
  })

  test('applies what is missing, in order, and records it once', async () => {
    write('0001_planets', FIRST)
    expect(await migrate(url, { folder })).toEqual(['0001_planets'])
    write('0002_moons', MOON)
    expect(await migrate(url, { folder })).toEqual(['0002_moons'])
    expect(await migrate(url, { folder })).toEqual([])
    expect(await recorded(url)).toEqual([
      { name: '0001_planets', steps: 1 },
      { name: '0002_moons', steps: 1 },
    ])
  })

  test('eight at once apply each migration once', async () => {
    write('0001_planets', FIRST)
    write('0002_moons', MOON)
    const results = await Promise.all(Array.from({ length: 8 }, () => migrate(url, { folder })))
    expect(results.flat().sort()).toEqual(['0001_planets', '0002_moons'])
    expect(await recorded(url)).toHaveLength(2)
  })

  test('two servers that start at once apply each migration once', async () => {
    const outputs = await Promise.all([migrateInProcess(url), migrateInProcess(url)])
    const names = readdirSync(`prisma/migrations/${kind}`).sort()
    expect(outputs.join('').match(/applied \S+/g)).toHaveLength(names.length)
    expect((await recorded(url)).map(({ name }) => name)).toEqual(names)
  })

  test('an applied migration that was edited stops, with its name, and changes nothing', async () => {
    write('0001_planets', FIRST)
    await migrate(url, { folder })
    write('0001_planets', `${FIRST} -- edited`)
    write('0002_moons', MOON)
    await expect(migrate(url, { folder })).rejects.toThrow(/0001_planets was edited/)
    expect(await recorded(url)).toHaveLength(1)
  })

  test('a database of a newer version is left alone, naming what is unknown', async () => {
    write('0001_planets', FIRST)
    write('0002_moons', MOON)
    await migrate(url, { folder })
    folder = mkdtempSync(path.join(inject('testFolder'), 'older-'))
    write('0001_planets', FIRST)
    await expect(migrate(url, { folder })).rejects.toThrow(/0002_moons, which this version does not know/)
  })

  test('a migration slipped in before applied ones is refused', async () => {
    write('0002_planets', FIRST)
    await migrate(url, { folder })
    write('0001_early', 'CREATE TABLE "Early" ("id" TEXT);')
    await expect(migrate(url, { folder })).rejects.toThrow(/0001_early comes before/)
  })

  test('a migration that fails is undone whole and named; those before it stay', async () => {
    write('0001_planets', FIRST)
    write('0002_broken', `${MOON} CREATE TABLE "Planet" ("id" TEXT);`)
    await expect(migrate(url, { folder })).rejects.toThrow(
      /0002_broken failed and was undone: .*Planet.* already exists/,
    )
    expect(await recorded(url)).toEqual([{ name: '0001_planets', steps: 1 }])
    await expect(query(url, 'SELECT * FROM "Moon"')).rejects.toThrow()
    write('0002_broken', MOON)
    expect(await migrate(url, { folder })).toEqual(['0002_broken'])
  })
})
