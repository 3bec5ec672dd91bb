import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import path from 'node:path'
import { databaseKind } from './database-kind'
import { migratePostgresql } from './migrate-postgresql'
import { migrateSqlite } from './migrate-sqlite'
import { loadMigrations, migrationsFolder } from './migrations'

interface MigrateOptions {
  /** Where `<name>/migration.sql` are; the repository's own by default. */
  folder?: string
  /** Epoch ms; names the copy and dates the record. */
  now?: () => number
  /** Told about the copy that is made of an SQLite file before it is changed. */
  onCopy?: (file: string) => void
}

/**
 * `data/nonlinear.db` → `data/copies/nonlinear-before-0002_runs-20260703T081500.123Z-4711.db`; the last
 * number is this process, since two servers that start at once each make a copy.
 */
function copyName(database: string, migration: string, now: number): string {
  const { dir, name, ext } = path.parse(database)
  const stamp = new Date(now).toISOString().replace(/[-:]/g, '')
  return path.join(dir, 'copies', `${name}-before-${migration}-${stamp}-${process.pid}${ext}`)
}

/** SQLite does not wait for the disk when it writes a copy; the change that follows does. */
function flushToDisk(file: string) {
  const descriptor = openSync(file, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/** Applies what is pending to the database behind `url`. @returns the names applied by this call. Throws MigrationError. */
export async function migrate(url: string, { folder, now = Date.now, onCopy }: MigrateOptions = {}): Promise<string[]> {
  const kind = databaseKind(url)
  const migrations = loadMigrations(folder ?? migrationsFolder(kind))
  switch (kind) {
    case 'postgresql':
      return migratePostgresql(url, migrations)
    case 'sqlite': {
      const database = path.resolve(url.replace(/^file:/, ''))
      mkdirSync(path.dirname(database), { recursive: true, mode: 0o700 })
      return migrateSqlite(url, migrations, {
        now,
        beforeChange: async (first, copyTo) => {
          const file = copyName(database, first.name, now())
          mkdirSync(path.dirname(file), { recursive: true })
          await copyTo(file)
          flushToDisk(file)
          onCopy?.(file)
        },
      })
    }
  }
}
