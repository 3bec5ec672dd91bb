/**
 * Counters in fixed windows, in the database, so that all servers share them.
 * A counter says how often; what follows from it is the caller's rule. Subjects
 * (addresses, e-mail addresses) are kept as hashes only.
 */
import { createHash } from 'node:crypto'
import type { Database } from '@/lib/db/database'

export interface Limit {
  /** Names what is counted. */
  action: string
  windowMs: number
}

/** Counts one more `action` of `subject` and returns how many this window has seen. */
export async function countHit(db: Database, limit: Limit, subject: string, now: number): Promise<number> {
  const key = keyOf(limit, subject, now)
  const expiresAt = new Date(windowStart(limit, now) + limit.windowMs)
  const hit = () =>
    db.rateLimit.upsert({
      where: { key },
      create: { key, count: 1, expiresAt },
      update: { count: { increment: 1 } },
      select: { count: true },
    })
  const { count } = await hit().catch((error: unknown) => {
    // Two first hits at once: the row of the other one is there now.
    if (error instanceof Error && 'code' in error && error.code === 'P2002') return hit()
    throw error
  })
  if (count === 1) await db.rateLimit.deleteMany({ where: { expiresAt: { lt: new Date(now) } } })
  return count
}

/** Takes one hit back: it turned out to be none to count. */
export async function forgiveHit(db: Database, limit: Limit, subject: string, now: number): Promise<void> {
  const key = keyOf(limit, subject, now)
  await db.rateLimit.updateMany({ where: { key, count: { gt: 0 } }, data: { count: { decrement: 1 } } })
}

export async function readHits(db: Database, limit: Limit, subject: string, now: number): Promise<number> {
  const row = await db.rateLimit.findUnique({ where: { key: keyOf(limit, subject, now) }, select: { count: true } })
  return row?.count ?? 0
}

/** Seconds until the window of `now` is over. */
export function secondsLeft(limit: Limit, now: number): number {
  return Math.ceil((windowStart(limit, now) + limit.windowMs - now) / 1000)
}

function windowStart(limit: Limit, now: number): number {
  return Math.floor(now / limit.windowMs) * limit.windowMs
}

function keyOf(limit: Limit, subject: string, now: number): string {
  const hashed = createHash('sha256').update(`${limit.action}\n${subject}`).digest('base64url')
  return `${limit.action}:${hashed}:${windowStart(limit, now)}`
}
