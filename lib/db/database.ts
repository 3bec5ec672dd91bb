/**
 * The one way to the database. Two generated clients (a Prisma 7 client is built for
 * one provider) share one type, so that nobody else has to know which one it is.
 */
import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { databaseKind } from './database-kind'
import { PrismaClient as PostgresqlClient } from './generated/postgresql/client'
import { PrismaClient as SqliteClient } from './generated/sqlite/client'
import { createSqliteAdapter } from './sqlite-adapter'

export type Database = SqliteClient
/** What `$transaction` hands to its callback. */
export type DatabaseTransaction = Parameters<Parameters<Database['$transaction']>[0]>[0]

/** Times in ms. A statement that runs longer than `statement_timeout` is cancelled by the server. */
const POSTGRESQL = {
  max: 10,
  connectionTimeoutMillis: 5_000,
  statement_timeout: 15_000,
  idle_in_transaction_session_timeout: 30_000,
  application_name: 'nonlinear',
}

/** Times in ms: a transaction may wait for its turn, then must be quick. */
const transactionOptions = { maxWait: 10_000, timeout: 15_000 }

/** Opens a client of its own; the caller ends it with `$disconnect()`. */
export function connectDatabase(url: string): Database {
  switch (databaseKind(url)) {
    case 'sqlite':
      return new SqliteClient({ adapter: createSqliteAdapter(url), transactionOptions })
    case 'postgresql': {
      // An idle connection that breaks is replaced by the pool at the next query.
      const adapter = new PrismaPg({ ...POSTGRESQL, connectionString: url }, { onPoolError: () => undefined })
      // One type for both: database-clients.test.ts compares them part by part.
      return new PostgresqlClient({ adapter, transactionOptions }) as unknown as Database
    }
  }
}

/** Kept on the global object: Next loads a module once per bundle, a process has one database. */
const holder = globalThis as { nonlinearDatabase?: Promise<Database> }

async function open(): Promise<Database> {
  const db = connectDatabase(env().DATABASE_URL)
  await db.$connect()
  return db
}

/** The process's database, opened at the first call. After a failure the next call tries again. */
export function getDb(): Promise<Database> {
  holder.nonlinearDatabase ??= open().catch((error: unknown) => {
    holder.nonlinearDatabase = undefined
    throw error
  })
  return holder.nonlinearDatabase
}

/** Ends the process's database connections; for scripts and for the end of the server. */
export async function closeDb(): Promise<void> {
  const open = holder.nonlinearDatabase
  holder.nonlinearDatabase = undefined
  await (await open)?.$disconnect()
}
