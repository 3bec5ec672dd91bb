import { getDb } from '@/lib/db/database'
import { type DatabaseKind, databaseKind } from '@/lib/db/database-kind'
import { env } from '@/lib/env'
import { version } from '@/package.json'

export type ServerHealth = { status: 'ok'; database: DatabaseKind; version: string } | { status: 'unavailable' }

/** A database that takes longer to answer than this, in ms, counts as unavailable. */
const PATIENCE_MS = 3_000

async function query(): Promise<true> {
  const db = await getDb()
  await db.$queryRaw`SELECT 1`
  return true
}

/** Asks the database one question. Never throws: that it cannot answer is the answer. */
export async function findServerHealth(): Promise<ServerHealth> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  const answered = await Promise.race([query().catch(() => false), tooLong])
  clearTimeout(timer)
  return answered ? { status: 'ok', database: databaseKind(env().DATABASE_URL), version } : { status: 'unavailable' }
}
