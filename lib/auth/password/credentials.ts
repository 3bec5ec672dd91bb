/** What may happen to a person's password and proof of address: each one transaction. */

import { endAllSessions } from '@/lib/auth/session/sessions'
import type { Database } from '@/lib/db/database'
import { withRetry } from '@/lib/db/retry'
import { hashPassword } from './password'

/** Sets the password and signs the person out everywhere. */
export async function replacePassword(db: Database, userId: string, password: string): Promise<void> {
  const hash = await hashPassword(password)
  await withRetry(() =>
    db.$transaction(async (tx) => {
      await tx.password.upsert({
        where: { userId },
        create: { userId, hash },
        update: { hash },
        select: { userId: true },
      })
      await endAllSessions(tx, userId)
    }),
  )
}

/**
 * The person has just shown that the account's e-mail address is theirs. The first
 * time, a password set before that, perhaps by somebody else who typed this
 * address, is dropped with all sessions. Later proofs change nothing.
 */
export async function proveEmail(db: Database, userId: string, now: number): Promise<void> {
  await withRetry(() =>
    db.$transaction(async (tx) => {
      const first = await tx.user.updateMany({
        where: { id: userId, emailVerified: null },
        data: { emailVerified: new Date(now) },
      })
      if (first.count === 0) return
      await tx.password.deleteMany({ where: { userId } })
      await endAllSessions(tx, userId)
    }),
  )
}
