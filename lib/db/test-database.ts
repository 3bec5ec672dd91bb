/**
 * Databases for tests: `describe.each(databases)('…: %s', (kind) => …)` with
 * `openTestDatabase(kind)` in a `beforeAll` runs one contract on every kind. Each is
 * new, migrated and nobody else's. PostgreSQL is started by the first test that asks,
 * once a run; where it is not installed only SQLite is listed, and scripts/test.mjs
 * reports the rest as skipped.
 */
import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { connectDatabase, type Database } from './database'
import type { DatabaseKind } from './database-kind'
import { migrate } from './migrate'
import { POSTGRESQL_NOTE } from './testing/global-setup'
import { findPostgresqlBinaries, postgresqlIn, startPostgresql } from './testing/throwaway-postgresql'

export interface TestDatabase {
  kind: DatabaseKind
  /** As in `DATABASE_URL`, for a second client or another process. */
  url: string
  db: Database
  close: () => Promise<void>
}

/** The kinds that can be tested on this machine. */
export const databases: DatabaseKind[] = findPostgresqlBinaries() ? ['sqlite', 'postgresql'] : ['sqlite']

const TEMPLATE = 'nonlinear_template'

/** One at a time, over all workers: making a folder either succeeds or shows that somebody is at it. */
async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  const lock = path.join(inject('testFolder'), `${name}.lock`)
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  try {
    return await work()
  } finally {
    rmdirSync(lock)
  }
}

async function runningPostgresql() {
  const note = path.join(inject('testFolder'), POSTGRESQL_NOTE)
  if (!existsSync(note)) {
    const server = await startPostgresql(inject('runnerPid'))
    writeFileSync(note, server.folder)
    await administer(server.url('postgres'), `CREATE DATABASE ${TEMPLATE}`)
    await migrate(server.url(TEMPLATE))
  }
  return postgresqlIn(readFileSync(note, 'utf8'))
}

async function administer(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}

/** The address of a new, empty database that no migration has touched. */
export async function createEmptyDatabase(kind: DatabaseKind): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  if (kind === 'sqlite') return `file:${path.join(inject('testFolder'), `${name}.db`)}`
  const server = await exclusively('postgresql', runningPostgresql)
  await administer(server.url('postgres'), `CREATE DATABASE ${name}`)
  return server.url(name)
}

async function createMigratedDatabase(kind: DatabaseKind): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  if (kind === 'postgresql') {
    return exclusively('postgresql', async () => {
      const server = await runningPostgresql()
      await administer(server.url('postgres'), `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`)
      return server.url(name)
    })
  }
  const template = path.join(inject('testFolder'), 'template.db')
  await exclusively('sqlite', async () => {
    if (!existsSync(template)) await migrate(`file:${template}`)
  })
  const file = path.join(inject('testFolder'), `${name}.db`)
  copyFileSync(template, file)
  return `file:${file}`
}

/** A new database with every migration applied, and a client for it. */
export async function openTestDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  const url = await createMigratedDatabase(kind)
  const db = connectDatabase(url)
  return { kind, url, db, close: () => db.$disconnect() }
}
