/**
 * The migrations in the repository and what a database says it has had, compared.
 * Not here: how a migration is applied (migrate-sqlite.ts, migrate-postgresql.ts).
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { DatabaseKind } from './database-kind'

export interface Migration {
  /** The folder's name; migrations apply in the order of their names. */
  name: string
  sql: string
  /** SHA-256 (hex) of the file, as Prisma computes it. */
  checksum: string
}

/** A row of Prisma's `_prisma_migrations`. */
export interface MigrationRecord {
  name: string
  checksum: string
  finished: boolean
}

/** The migrations and the database do not fit together; the message names which, and what to do. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

/** The repository's folder of migrations for one kind of database. */
export function migrationsFolder(kind: DatabaseKind): string {
  return path.join(process.cwd(), 'prisma/migrations', kind)
}

/** Reads `<folder>/<name>/migration.sql` for every name, in order. */
export function loadMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const file = path.join(folder, name, 'migration.sql')
      if (!existsSync(file)) throw new MigrationError(`The migration ${name} has no file ${file}.`)
      const sql = readFileSync(file, 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/** Which migrations still have to be applied. Throws MigrationError where history has been altered. */
export function pendingMigrations(migrations: Migration[], records: MigrationRecord[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  const applied = new Set<string>()
  for (const record of records) {
    const { name } = record
    const migration = known.get(name)
    if (!record.finished) {
      throw new MigrationError(`The migration ${name} was begun by another tool and never finished: repair that first.`)
    }
    if (!migration) {
      throw new MigrationError(
        `The database has had the migration ${name}, which this version does not know. Start the newer version of Nonlinear, or go back to a copy of the data from before.`,
      )
    }
    if (migration.checksum !== record.checksum) {
      throw new MigrationError(
        `The migration ${name} was edited after this database had applied it. Put the file back as it was, and make a further migration for the change.`,
      )
    }
    applied.add(name)
  }
  const pending = migrations.filter(({ name }) => !applied.has(name))
  const last = migrations.findLastIndex(({ name }) => applied.has(name))
  const late = pending.find((migration) => migrations.indexOf(migration) < last)
  if (late) {
    throw new MigrationError(
      `The migration ${late.name} comes before ones that this database has already applied. Give it a later number.`,
    )
  }
  return pending
}
