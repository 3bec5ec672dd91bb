/**
 * What the password routes answer: a learner and a session cookie. A new token at
 * every sign-in, and the session that the browser had before ends.
 */

import { signInMethods } from '@/lib/auth/provider/auth-config'
import { sendMailLink } from '@/lib/auth/provider/mail-link'
import type { Learner } from '@/lib/auth/session/learner'
import { clearedSessionCookie, isSecure, readSessionToken, sessionCookie } from '@/lib/auth/session/session-cookie'
import { endSession, startSession } from '@/lib/auth/session/sessions'
import { type Database, getDb } from '@/lib/db/database'
import { type Env, env } from '@/lib/env'
import { clientAddress } from '@/lib/http/client-address'
import { serializeCookie } from '@/lib/http/cookie'
import { publicOrigin } from '@/lib/http/own-origin'
import { readJson } from '@/lib/http/read-json'
import { hashPassword } from './password'
import { PENDING_PASSWORD_MS, pendingPasswordCookieName, sealPendingPassword } from './pending-password'
import { signIn, signInSchema } from './sign-in'
import { requireAllowance, type SignUp, signUp, signUpSchema } from './sign-up'

const wait = (delayMs: number) => new Promise<void>((resolve) => setTimeout(resolve, delayMs))

/** 200 `{ learner }`. */
export async function answerSignIn(request: Request): Promise<Response> {
  const credentials = await readJson(request, signInSchema)
  const db = await getDb()
  const learner = await signIn(db, credentials, { address: clientAddress(request), now: Date.now(), wait })
  return signedIn(db, request, learner, 200)
}

/** 201 `{ learner }`; where mail is configured always 202 `{ checkMail: true }`. */
export async function answerSignUp(request: Request, settings: Env = env()): Promise<Response> {
  const wish = await readJson(request, signUpSchema)
  const db = await getDb()
  const asking = { address: clientAddress(request), now: Date.now() }
  if (signInMethods(settings).email) return checkMail(db, wish, asking, settings)
  return signedIn(db, request, await signUp(db, wish, asking), 201)
}

/** 204, also for guests. */
export async function answerSignOut(request: Request): Promise<Response> {
  const token = readSessionToken(request)
  if (token) await endSession(await getDb(), token)
  return new Response(null, { status: 204, headers: { 'Set-Cookie': clearedSessionCookie() } })
}

async function checkMail(db: Database, wish: SignUp, asking: { address: string; now: number }, settings: Env) {
  await requireAllowance(db, asking)
  const { email, name, password } = wish
  const hash = await hashPassword(password)
  await sendMailLink(db, { email, callbackUrl: `${publicOrigin(settings)}/dashboard` }, asking, settings)
  const expiresAt = asking.now + PENDING_PASSWORD_MS
  const secure = isSecure(publicOrigin(settings))
  const cookie = serializeCookie(
    pendingPasswordCookieName(secure),
    sealPendingPassword({ email, name: name || null, hash, expiresAt }),
    { maxAgeSeconds: PENDING_PASSWORD_MS / 1000, secure },
  )
  return Response.json({ checkMail: true }, { status: 202, headers: { 'Set-Cookie': cookie } })
}

async function signedIn(db: Database, request: Request, learner: Learner, status: 200 | 201): Promise<Response> {
  const before = readSessionToken(request)
  if (before) await endSession(db, before)
  const token = await startSession(db, learner.id, Date.now())
  return Response.json({ learner }, { status, headers: { 'Set-Cookie': sessionCookie(token) } })
}
