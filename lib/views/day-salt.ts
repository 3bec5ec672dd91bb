import { randomBytes } from 'node:crypto'
import type { Database } from '@/lib/db/database'

const DAY_MS = 86_400_000

/** The UTC day of `now` (epoch ms), `2026-05-04`. */
export function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10)
}

/** When that day is over. */
export function endOfDay(now: number): Date {
  return new Date((Math.floor(now / DAY_MS) + 1) * DAY_MS)
}

/** The day's salt, shared by all servers. The first to ask makes it and deletes what earlier days left. */
export async function loadDaySalt(db: Database, now: number): Promise<string> {
  const day = dayOf(now)
  const known = await db.viewSalt.findUnique({ where: { day }, select: { salt: true } })
  if (known) return known.salt
  await db.viewSalt.deleteMany({ where: { day: { lt: day } } })
  await db.viewMark.deleteMany({ where: { expiresAt: { lte: new Date(now) } } })
  try {
    const salt = randomBytes(32).toString('base64url')
    await db.viewSalt.create({ data: { day, salt } })
    return salt
  } catch (error) {
    // Another server was quicker: its salt is the day's.
    const theirs = await db.viewSalt.findUnique({ where: { day }, select: { salt: true } })
    if (theirs) return theirs.salt
    throw error
  }
}
