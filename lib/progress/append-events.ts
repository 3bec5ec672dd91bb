/**
 * Adds a learner's events to the log: all of them or none, each once. The event's
 * own id is the idempotency key, so a request that is repeated, in whatever
 * company, gives the same answer and no second effect. Nothing here changes or
 * removes a row; undo is one more event.
 */
import { createHash } from 'node:crypto'
import { type Database, type DatabaseTransaction, getDb } from '@/lib/db/database'
import { withRetry } from '@/lib/db/retry'
import { canonicalJson, hashedBody } from '@/lib/events/canonical'
import type { LearnerEvent } from '@/lib/events/event'
import { HttpProblem } from '@/lib/http/problem'

export interface Appended {
  /** Ids of the request's events, which are now in the log, whether new or old. */
  stored: string[]
  /** The highest `seq` among them; 0 for no events. Not a cursor: others may have written in between. */
  last: number
}

/** No time zone is further ahead than 14 h, so this forgives a clock that is set to the wrong one. */
const LONGEST_AHEAD_MS = 86_400_000

/**
 * `learnerId` comes from the session. `now` in epoch ms; `fieldOf` says where an
 * event stood in the body. Throws 422 naming an id that is in the log, or in this
 * request, with other contents; 400 for a new event more than a day ahead of `now`;
 * 401 when the account is gone.
 */
export async function appendEvents(
  learnerId: string,
  events: LearnerEvent[],
  now: number,
  db?: Database,
  fieldOf: (index: number) => string = (index) => `events.${index}`,
): Promise<Appended> {
  const database = db ?? (await getDb())
  const hashes = hashesOf(events)
  const known = await findKnown(database, learnerId, hashes)
  if (known.size === hashes.size) return appended(hashes, known)
  for (const [index, event] of events.entries()) if (!known.has(event.id)) requirePast(event, fieldOf(index), now)
  return withRetry(() =>
    database.$transaction(async (tx) => {
      await lockLog(tx, learnerId)
      const before = await findKnown(tx, learnerId, hashes)
      const fresh = new Map(events.filter(({ id }) => !before.has(id)).map((event) => [event.id, event]))
      await tx.event.createMany({ data: [...fresh.values()].map((event) => rowOf(learnerId, event, hashes, now)) })
      return appended(hashes, await findKnown(tx, learnerId, hashes))
    }),
  )
}

/** Body hashes by id. */
function hashesOf(events: LearnerEvent[]): Map<string, string> {
  const hashes = new Map<string, string>()
  for (const event of events) {
    const hash = createHash('sha256').update(hashedBody(event)).digest('hex')
    requireSame(event.id, hashes.get(event.id) ?? hash, hash)
    hashes.set(event.id, hash)
  }
  return hashes
}

type Reader = Pick<DatabaseTransaction, 'event'>

/** Which of these ids the log holds, with their `seq`. Throws 422 where the contents differ. */
async function findKnown(db: Reader, learnerId: string, hashes: Map<string, string>): Promise<Map<string, number>> {
  const rows = await db.event.findMany({
    where: { learnerId, id: { in: [...hashes.keys()] } },
    select: { id: true, seq: true, bodyHash: true },
  })
  for (const { id, bodyHash } of rows) requireSame(id, bodyHash, hashes.get(id))
  return new Map(rows.map(({ id, seq }) => [id, seq]))
}

/**
 * One writer at a time for each learner, until the transaction ends. So no event
 * appears behind a `seq` that a reader has already passed: on PostgreSQL numbers
 * are given out before transactions commit.
 */
async function lockLog(tx: DatabaseTransaction, learnerId: string): Promise<void> {
  const { count } = await tx.user.updateMany({ where: { id: learnerId }, data: { id: learnerId } })
  if (count === 0) throw new HttpProblem(401, 'This account does not exist any more: sign in again.')
}

function rowOf(learnerId: string, event: LearnerEvent, hashes: Map<string, string>, now: number) {
  const { id, kind, itemId, itemVersion, payload, occurredAt, timeZone, deviceId, elapsedMs } = event
  return {
    ...{ learnerId, id, kind, itemId, itemVersion, timeZone, deviceId, elapsedMs },
    payload: canonicalJson(payload),
    occurredAt: new Date(occurredAt),
    receivedAt: new Date(now),
    bodyHash: hashes.get(id) ?? '',
  }
}

/** One event from the far future would take its card out of every queue until then. */
function requirePast({ occurredAt }: LearnerEvent, at: string, now: number): void {
  if (Date.parse(occurredAt) - now <= LONGEST_AHEAD_MS) return
  const field = `${at}.occurredAt`
  throw new HttpProblem(400, `${field} lies more than a day in the future: set the clock of this device right.`, {
    field,
  })
}

function requireSame(id: string, expected: string, found: string | undefined): void {
  if (expected === found) return
  throw new HttpProblem(422, `The event ${id} was sent before with other contents: a changed event needs a new id.`, {
    field: 'id',
  })
}

function appended(hashes: Map<string, string>, known: Map<string, number>): Appended {
  return { stored: [...hashes.keys()], last: Math.max(0, ...known.values()) }
}
