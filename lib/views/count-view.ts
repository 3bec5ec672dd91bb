/**
 * View counts: one for each visitor, page and UTC day. A visitor is a network address
 * and a browser's name; neither is stored, only a hash of them with a salt that is
 * deleted with its day. Two people behind one address with the same browser count once.
 */
import { countHit, type Limit } from '@/lib/auth/rate-limit'
import { type Database, getDb } from '@/lib/db/database'
import { withRetry } from '@/lib/db/retry'
import { endOfDay, loadDaySalt } from './day-salt'
import { type Visitor, viewKey } from './visitor'

/** What one address can add: a school behind one address reads, a script that invents browsers gets no further. */
const NEW_VIEWS: Limit & { most: number } = { action: 'view', windowMs: 3_600_000, most: 300 }

/**
 * Counts `visitor` for `page` (`lesson:<id>`) unless this day saw them there, and returns
 * how often the page was seen. Null, for what is no reader, only reads.
 */
export async function countView(page: string, visitor: Visitor | null, now: number, db?: Database): Promise<number> {
  const database = db ?? (await getDb())
  if (visitor !== null) await countOnce(database, page, visitor, now)
  const row = await database.viewCount.findUnique({ where: { page }, select: { count: true } })
  return row?.count ?? 0
}

async function countOnce(db: Database, page: string, visitor: Visitor, now: number): Promise<void> {
  const key = viewKey(await loadDaySalt(db, now), page, visitor)
  const seen = async () => (await db.viewMark.findUnique({ where: { key }, select: { key: true } })) !== null
  if (await seen()) return
  if ((await countHit(db, NEW_VIEWS, visitor.address, now)) > NEW_VIEWS.most) return
  const add = () => withRetry(() => addView(db, page, key, now))
  // Taken is the mark, by the same visitor's other tab, or the page's first row: then it is there at the second try.
  const settle = async (error: unknown) => {
    if (!isTaken(error)) throw error
  }
  await add().catch(settle)
  if (!(await seen())) await add().catch(settle)
}

/** The mark and the count, both or neither. */
function addView(db: Database, page: string, key: string, now: number): Promise<void> {
  return db.$transaction(async (tx) => {
    await tx.viewMark.create({ data: { key, expiresAt: endOfDay(now) } })
    const { count } = await tx.viewCount.updateMany({ where: { page }, data: { count: { increment: 1 } } })
    if (count === 0) await tx.viewCount.create({ data: { page, count: 1 } })
  })
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002'
}
