/**
 * Signing in with a password. Whether the account exists shows neither in the
 * answer nor in the time: the same query, the same counters, a hash verified in
 * any case. Guessing is limited for an account from one network and for one
 * network; for an account from anywhere it is only slowed, so that nobody can
 * lock its owner out. Times in epoch ms and ms.
 */
import * as z from 'zod'
import { emailSchema } from '@/lib/auth/email'
import { countHit, forgiveHit, type Limit, secondsLeft } from '@/lib/auth/rate-limit'
import { LEARNER_COLUMNS, type Learner } from '@/lib/auth/session/learner'
import type { Database } from '@/lib/db/database'
import { HttpProblem } from '@/lib/http/problem'
import { LONGEST_PASSWORD_BYTES, verifyPassword } from './password'

const WINDOW_MS = 15 * 60_000
const PAIR: Limit = { action: 'sign-in-pair', windowMs: WINDOW_MS }
const PAIR_MOST = 10
const ADDRESS: Limit = { action: 'sign-in-address', windowMs: WINDOW_MS }
const ADDRESS_MOST = 100
const ACCOUNT: Limit = { action: 'sign-in-account', windowMs: WINDOW_MS }
const ACCOUNT_FREE = 10
const LONGEST_DELAY_MS = 2000

export const signInSchema = z.strictObject({
  email: emailSchema,
  password: z.string().min(1).max(LONGEST_PASSWORD_BYTES),
})

export interface Attempt {
  /** As `clientAddress` gives it. */
  address: string
  now: number
  /** Resolves after so many ms. */
  wait: (delayMs: number) => Promise<void>
}

/** The learner whose password this is. Throws 401 when it is not, 429 after too many attempts, 503 when too busy. */
export async function signIn(
  db: Database,
  { email, password }: z.output<typeof signInSchema>,
  { address, now, wait }: Attempt,
): Promise<Learner> {
  const counters: [Limit, string][] = [
    [PAIR, `${email} ${address}`],
    [ADDRESS, address],
    [ACCOUNT, email],
  ]
  // Counted before it is known to be wrong, so that many at once do not slip through.
  const [pair = 0, perAddress = 0, account = 0] = await inOrder(counters, ([limit, subject]) =>
    countHit(db, limit, subject, now),
  )
  if (pair > PAIR_MOST || perAddress > ADDRESS_MOST) {
    throw new HttpProblem(429, 'Too many attempts to sign in: please wait a few minutes and try again.', {
      retryAfterSeconds: secondsLeft(PAIR, now),
    })
  }
  const learner = await verified(db, email, password, account, wait).catch(async (error: unknown) => {
    await inOrder(counters, ([limit, subject]) => forgiveHit(db, limit, subject, now))
    throw error
  })
  if (learner === null) throw new HttpProblem(401, 'This e-mail address and this password do not belong together.')
  await inOrder(counters, ([limit, subject]) => forgiveHit(db, limit, subject, now))
  return learner
}

async function verified(db: Database, email: string, password: string, failures: number, wait: Attempt['wait']) {
  const delayMs = delayAfter(failures)
  if (delayMs > 0) await wait(delayMs)
  // Two queries in any case: a relation would be fetched only for a user who is there.
  const learner = await db.user.findUnique({ where: { email }, select: LEARNER_COLUMNS })
  const kept = await db.password.findUnique({ where: { userId: learner?.id ?? '' }, select: { hash: true } })
  return (await verifyPassword(kept?.hash ?? null, password)) ? learner : null
}

/** Nothing for the first attempts in a window, then doubling from 50 ms to 2 s. */
export function delayAfter(attempts: number): number {
  return attempts <= ACCOUNT_FREE ? 0 : Math.min(LONGEST_DELAY_MS, 50 * 2 ** Math.min(attempts - ACCOUNT_FREE - 1, 10))
}

async function inOrder<T, R>(items: T[], step: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const item of items) results.push(await step(item))
  return results
}
