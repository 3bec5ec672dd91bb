/**
 * Signing up with a password. Where no mail is configured the account is made at
 * once, its address unproven, and a taken address gets a rate-limited 409: the one
 * place that tells whether an account exists. Where mail is configured nothing is
 * made before the address is proven (answer-auth.ts), and the answer is always the
 * same. Times in epoch ms.
 */
import * as z from 'zod'
import { emailSchema } from '@/lib/auth/email'
import { countHit, forgiveHit, type Limit, readHits, secondsLeft } from '@/lib/auth/rate-limit'
import { LEARNER_COLUMNS, type Learner } from '@/lib/auth/session/learner'
import type { Database } from '@/lib/db/database'
import { HttpProblem } from '@/lib/http/problem'
import { findPasswordProblem, hashPassword, LONGEST_PASSWORD_BYTES, verifyPassword } from './password'

const HOUR_MS = 3_600_000
const TAKEN: Limit = { action: 'sign-up-taken', windowMs: HOUR_MS }
const TAKEN_MOST = 10
const MADE: Limit = { action: 'sign-up', windowMs: HOUR_MS }
const MADE_MOST = 200

export const signUpSchema = z.strictObject({
  /** Made by the client: repeating the request repeats the answer. It becomes the account's id. */
  id: z.uuid().lowercase('must be written in lower case'),
  email: emailSchema,
  password: z
    .string()
    .max(LONGEST_PASSWORD_BYTES)
    .superRefine((password, context) => {
      const problem = findPasswordProblem(password)
      if (problem !== null) context.addIssue({ code: 'custom', message: problem })
    }),
  name: z
    .string()
    .trim()
    .max(80)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must not contain control characters')
    .optional(),
})
export type SignUp = z.output<typeof signUpSchema>

interface Attempt {
  /** As `clientAddress` gives it. */
  address: string
  now: number
}

/**
 * Makes the account. The same request again gives the same account. Throws 409 for
 * an address that has one, 422 for an id used with other details, 429 after too many.
 */
export async function signUp(db: Database, request: SignUp, { address, now }: Attempt): Promise<Learner> {
  await requireAllowance(db, { address, now })
  const hash = await hashPassword(request.password)
  // Counted before it is known to be taken, so that many at once do not slip through; after the hash, which few do
  // at a time, so that a class that signs up together is not counted together.
  const taken = await countHit(db, TAKEN, address, now)
  let told = false
  try {
    if (taken > TAKEN_MOST) throw tooMany(now)
    return await findOrMake(db, request, hash)
  } catch (error) {
    told = error instanceof HttpProblem && error.status === 409
    throw error
  } finally {
    if (!told) await forgiveHit(db, TAKEN, address, now)
  }
}

async function findOrMake(db: Database, request: SignUp, hash: string): Promise<Learner> {
  const known = await findMatch(db, request)
  if (known !== null) return answerFor(request, known)
  const { id, email, name } = request
  try {
    return await db.user.create({
      data: { id, email, name: name || null, password: { create: { hash } } },
      select: LEARNER_COLUMNS,
    })
  } catch (error) {
    // The same sign-up twice at once: the other one was first.
    const made = await findMatch(db, request)
    if (made === null) throw error
    return answerFor(request, made)
  }
}

/** Throws 429 once this network has asked for too much within the hour. */
export async function requireAllowance(db: Database, { address, now }: Attempt): Promise<void> {
  const made = await countHit(db, MADE, address, now)
  if (made <= MADE_MOST && (await readHits(db, TAKEN, address, now)) < TAKEN_MOST) return
  throw tooMany(now)
}

function tooMany(now: number): HttpProblem {
  return new HttpProblem(429, 'Too many sign-ups from your network: please wait an hour and try again.', {
    retryAfterSeconds: secondsLeft(MADE, now),
  })
}

type Match = Learner & { password: { hash: string } | null }

async function findMatch(db: Database, { id, email }: SignUp): Promise<Match | null> {
  const matches = await db.user.findMany({
    where: { OR: [{ id }, { email }] },
    select: { ...LEARNER_COLUMNS, password: { select: { hash: true } } },
  })
  return matches.find((match) => match.id === id) ?? matches[0] ?? null
}

async function answerFor(request: SignUp, match: Match): Promise<Learner> {
  const { id, email, name } = match
  if (id === request.id) {
    const same = email === request.email && name === (request.name || null)
    if (same && (await verifyPassword(match.password?.hash ?? null, request.password))) return { id, email, name }
    throw new HttpProblem(422, `The sign-up ${id} was made before with other details: start a new one.`, {
      field: 'id',
    })
  }
  throw new HttpProblem(409, 'There is an account with this e-mail address already: sign in instead.', {
    field: 'email',
  })
}
