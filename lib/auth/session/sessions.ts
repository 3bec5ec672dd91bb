/**
 * Sessions: rows that say who a cookie belongs to. The cookie holds 256 random
 * bits, the row only their SHA-256, so a copy of the database opens no session.
 * A session lasts 30 days from its last use and 180 days in all; every sign-in
 * makes a new one. Times in epoch ms. Not here: the cookie (session-cookie.ts).
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Database, DatabaseTransaction } from '@/lib/db/database'
import { LEARNER_COLUMNS, type Learner } from './learner'

const DAY_MS = 86_400_000
export const SESSION_IDLE_MS = 30 * DAY_MS
export const SESSION_ABSOLUTE_MS = 180 * DAY_MS
/** A session is prolonged at most this often, so that reading stays reading. */
export const SESSION_REFRESH_MS = DAY_MS

export interface Session {
  learner: Learner
  expiresAt: number
}

export function newSessionToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashSessionToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Opens a session and returns the token for its cookie. */
export async function startSession(
  db: Database,
  userId: string,
  now: number,
  token = newSessionToken(),
): Promise<string> {
  await db.session.deleteMany({ where: { userId, expires: { lt: new Date(now) } } })
  await db.session.create({
    data: {
      sessionToken: hashSessionToken(token),
      userId,
      createdAt: new Date(now),
      expires: new Date(now + SESSION_IDLE_MS),
    },
    select: { sessionToken: true },
  })
  return token
}

/** The living session behind a token, prolonged when its last prolongation is a day old; null when there is none. */
export async function findSession(db: Database, token: string, now: number): Promise<Session | null> {
  const sessionToken = hashSessionToken(token)
  const row = await db.session.findUnique({
    where: { sessionToken },
    select: { expires: true, createdAt: true, user: { select: LEARNER_COLUMNS } },
  })
  if (row === null) return null
  const endsAt = row.createdAt.getTime() + SESSION_ABSOLUTE_MS
  const expiresAt = Math.min(row.expires.getTime(), endsAt)
  if (expiresAt <= now) {
    await db.session.deleteMany({ where: { sessionToken } })
    return null
  }
  const prolonged = Math.min(now + SESSION_IDLE_MS, endsAt)
  if (prolonged - expiresAt < SESSION_REFRESH_MS) return { learner: row.user, expiresAt }
  await db.session.updateMany({ where: { sessionToken }, data: { expires: new Date(prolonged) } })
  return { learner: row.user, expiresAt: prolonged }
}

export async function endSession(db: Database, token: string): Promise<void> {
  await db.session.deleteMany({ where: { sessionToken: hashSessionToken(token) } })
}

/** Signs a person out everywhere. */
export async function endAllSessions(db: DatabaseTransaction, userId: string): Promise<void> {
  await db.session.deleteMany({ where: { userId } })
}
