import { cookies } from 'next/headers'
import { getDb } from '@/lib/db/database'
import { HttpProblem } from '@/lib/http/problem'
import type { Learner } from './learner'
import { readSessionToken, sessionCookieName } from './session-cookie'
import { findSession } from './sessions'

/** Who is asking, from the session cookie alone: of `request` in a route handler, of the page being rendered without. */
export async function findLearner(request?: Request): Promise<Learner | null> {
  const token = request ? readSessionToken(request) : (await cookies()).get(sessionCookieName())?.value
  if (!token) return null
  return (await findSession(await getDb(), token, Date.now()))?.learner ?? null
}

/** Set by the browser's journal: whose log it holds. Only ever narrows what a session may do. */
const EXPECTED_LEARNER = 'x-nonlinear-learner'

/**
 * Who is asking, unless the browser thinks that somebody else is (another tab changed
 * the account): then nobody, so that one learner's events never land in another's log.
 */
export async function findExpectedLearner(request: Request): Promise<Learner | null> {
  const learner = await findLearner(request)
  const expected = request.headers.get(EXPECTED_LEARNER)
  return expected === null || expected === learner?.id ? learner : null
}

/** As findExpectedLearner; throws 401 where that is nobody. */
export async function requireLearner(request: Request): Promise<Learner> {
  const learner = await findExpectedLearner(request)
  if (learner === null) throw new HttpProblem(401, 'You are not signed in: sign in and try again.')
  return learner
}
