/**
 * Applies migrations to an SQLite file, in Prisma's own table format, so that its
 * tools go on understanding the database. Several servers may start at once: each
 * migration is one script in one `BEGIN IMMEDIATE`, which looks again, with the lock
 * held, whether somebody else was first.
 *
 * Foreign keys are off meanwhile and checked before the commit: SQLite changes a table
 * by dropping it, which with foreign keys on would delete everything that refers to it.
 */
import { randomUUID } from 'node:crypto'
import { type Migration, MigrationError, type MigrationRecord, pendingMigrations } from './migrations'
import { withRetry } from './retry'
import { createSqliteAdapter } from './sqlite-adapter'

type Adapter = Awaited<ReturnType<ReturnType<typeof createSqliteAdapter>['connect']>>

const CREATE_RECORDS = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`

/** One script: lock, look again, migrate, check the foreign keys, record, commit. A failed CHECK undoes it all. */
const scriptFor = ({ name, checksum, sql }: Migration, now: number) => `
BEGIN IMMEDIATE;
CREATE TEMP TABLE "migration_guard" (
  "applied" INTEGER CONSTRAINT "already_applied" CHECK ("applied" IS NULL OR "applied" = 0),
  "orphans" INTEGER CONSTRAINT "foreign_keys_broken" CHECK ("orphans" IS NULL OR "orphans" = 0)
);
INSERT INTO "migration_guard" ("applied") SELECT count(*) FROM "_prisma_migrations" WHERE "migration_name" = ${quote(name)};
${sql}
;
INSERT INTO "migration_guard" ("orphans") SELECT count(*) FROM pragma_foreign_key_check;
DROP TABLE "migration_guard";
INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "started_at", "applied_steps_count")
VALUES (${quote(randomUUID())}, ${quote(checksum)}, ${now}, ${quote(name)}, ${now}, 1);
COMMIT;
`

const select = async (adapter: Adapter, sql: string) => (await adapter.queryRaw({ sql, args: [], argTypes: [] })).rows

const execute = (adapter: Adapter, sql: string) => adapter.executeRaw({ sql, args: [], argTypes: [] })

async function readRecords(adapter: Adapter): Promise<MigrationRecord[]> {
  const table = await select(
    adapter,
    `SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'`,
  )
  if (table.length === 0) return []
  const sql = `SELECT "migration_name", "checksum", "finished_at" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`
  const rows = await select(adapter, sql)
  return rows.map(([name, checksum, finishedAt]) => ({
    name: String(name),
    checksum: String(checksum),
    finished: finishedAt !== null,
  }))
}

/** What SQLite said; the adapter keeps it in its error's cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  if (typeof cause === 'object' && cause !== null && 'originalMessage' in cause) return String(cause.originalMessage)
  return error instanceof Error ? error.message : String(error)
}

/** @returns whether it was applied here: false when another process came first. */
async function apply(adapter: Adapter, migration: Migration, now: number): Promise<boolean> {
  try {
    // A script that meets a locked file has done nothing yet: its first statement takes the lock.
    await withRetry(() => adapter.executeScript(scriptFor(migration, now)))
    return true
  } catch (error) {
    const message = reasonOf(error)
    if (message.includes('already_applied')) return false
    const reason = message.includes('foreign_keys_broken') ? 'it leaves rows that refer to nothing' : message
    throw new MigrationError(`The migration ${migration.name} failed and was undone: ${reason}`)
  }
}

interface MigrateOptions {
  now: () => number
  /** Called once, before the first change to a database that already holds something. */
  beforeChange?: (first: Migration, copyTo: (file: string) => Promise<void>) => Promise<void>
}

/** Brings the file up to date; creates it when missing. @returns the names applied here. */
export async function migrateSqlite(url: string, migrations: Migration[], { now, beforeChange }: MigrateOptions) {
  const adapter = await createSqliteAdapter(url).connect()
  try {
    const records = await readRecords(adapter)
    const [first] = pendingMigrations(migrations, records)
    if (!first) return []
    if (records.length > 0) {
      // A copy by SQLite itself holds what is still in the write-ahead log, too.
      await beforeChange?.(first, async (file) => void (await execute(adapter, `VACUUM INTO ${quote(file)}`)))
    }
    await execute(adapter, 'PRAGMA foreign_keys = OFF')
    await execute(adapter, CREATE_RECORDS)
    const applied: string[] = []
    for (const migration of pendingMigrations(migrations, await readRecords(adapter))) {
      if (await apply(adapter, migration, now())) applied.push(migration.name)
    }
    pendingMigrations(migrations, await readRecords(adapter))
    // Into the main file, so that whoever copies just that has everything.
    await select(adapter, 'PRAGMA wal_checkpoint(TRUNCATE)')
    return applied
  } finally {
    await adapter.dispose()
  }
}
