import { Auth } from '@auth/core'
import { countHit, type Limit, secondsLeft } from '@/lib/auth/rate-limit'
import type { Database } from '@/lib/db/database'
import { type Env, env } from '@/lib/env'
import { publicOrigin } from '@/lib/http/own-origin'
import { HttpProblem } from '@/lib/http/problem'
import { authConfig } from './auth-config'

const HOUR_MS = 3_600_000
const PAIR: Limit = { action: 'mail-link-pair', windowMs: HOUR_MS }
const PAIR_MOST = 5
const TO_ONE: Limit = { action: 'mail-link', windowMs: HOUR_MS }
const TO_ONE_MOST = 20
const FROM_NETWORK: Limit = { action: 'mail-link-network', windowMs: HOUR_MS }
const FROM_NETWORK_MOST = 50

interface Wish {
  email: string
  /** Where to go after signing in. */
  callbackUrl: string
}

interface Asking {
  /** As `clientAddress` gives it. */
  address: string
  /** Epoch ms. */
  now: number
}

/**
 * Sends a sign-in link, to an address with an account and to one without alike.
 * Returns Auth.js's redirect. Throws 429 after too many mails within the hour from
 * one network, 503 when the mail server fails.
 *
 * An address that was sent too many, from wherever, gets the same redirect and no
 * further mail. That shuts nobody out: the links sent within the hour still work.
 */
export async function sendMailLink(
  db: Database,
  wish: Wish,
  { address, now }: Asking,
  settings: Env = env(),
): Promise<Response> {
  const pair = await countHit(db, PAIR, `${wish.email} ${address}`, now)
  const fromNetwork = await countHit(db, FROM_NETWORK, address, now)
  if (pair > PAIR_MOST || fromNetwork > FROM_NETWORK_MOST) {
    throw new HttpProblem(429, 'Too many mails were asked for: please wait an hour and try again.', {
      retryAfterSeconds: secondsLeft(PAIR, now),
    })
  }
  // Only now: what one network is refused must not use up the mails of everybody.
  const toOne = await countHit(db, TO_ONE, wish.email, now)
  if (toOne > TO_ONE_MOST) {
    const location = `${publicOrigin(settings)}/api/auth/verify-request?provider=nodemailer&type=email`
    return new Response(null, { status: 302, headers: { Location: location } })
  }
  const request = new Request(`${publicOrigin(settings)}/api/auth/signin/nodemailer`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(wish),
  })
  const response = await Auth(request, authConfig(db, settings))
  if (!response.headers.get('location')?.includes('/verify-request?')) {
    throw new HttpProblem(503, 'The mail could not be sent: please try again in a few minutes.', {
      retryAfterSeconds: 60,
    })
  }
  return response
}
