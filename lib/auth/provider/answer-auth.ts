/**
 * What of @auth/core can be reached under /api/auth: OAuth, the e-mail link and
 * the session; nothing else of it. Its sign-out, its CSRF page and its password
 * callback are not offered (ours are lib/auth/sign-in.ts and sign-out). What it
 * gets to see is cleaned first (auth-request.ts), and a browser that signs in loses
 * the session it had, as with a password.
 */
import { Auth } from '@auth/core'
import * as z from 'zod'
import { emailSchema } from '@/lib/auth/email'
import { openPendingPassword, pendingPasswordCookieName } from '@/lib/auth/password/pending-password'
import { isSecure, sessionCookieName } from '@/lib/auth/session/session-cookie'
import { endSession } from '@/lib/auth/session/sessions'
import { type Database, getDb } from '@/lib/db/database'
import { type Env, env } from '@/lib/env'
import { clientAddress } from '@/lib/http/client-address'
import { readCookie, serializeCookie } from '@/lib/http/cookie'
import { publicOrigin } from '@/lib/http/own-origin'
import { HttpProblem } from '@/lib/http/problem'
import { readBody } from '@/lib/http/read-body'
import { parseBody } from '@/lib/http/read-json'
import { authConfig, CONFIRM_PAGE, signInMethods } from './auth-config'
import { authRequest } from './auth-request'
import { sendMailLink } from './mail-link'
import { safeCallbackUrl } from './safe-callback-url'

const wishSchema = z.strictObject({
  email: emailSchema.optional(),
  callbackUrl: z.string().max(2000).optional(),
})

/** `segments`: the path below /api/auth. Throws 404 for what is not offered. */
export async function answerAuth(request: Request, segments: string[], settings: Env = env()): Promise<Response> {
  const path = segments.join('/')
  const offered = offeredPaths(settings)
  if (request.method === 'GET' && offered.read.has(path)) {
    if (path === 'callback/nodemailer')
      return redirectTo(`${publicOrigin(settings)}${CONFIRM_PAGE}${new URL(request.url).search}`)
    return answerEndingSession(await getDb(), request, authRequest(request, path, settings), settings)
  }
  if (request.method === 'POST' && offered.write.has(path)) {
    const db = await getDb()
    return path === 'callback/nodemailer' ? confirm(db, request, settings) : start(db, request, path, settings)
  }
  throw new HttpProblem(404, 'There is nothing at this address.')
}

function offeredPaths(settings: Env): { read: Set<string>; write: Set<string> } {
  const { github, google, email } = signInMethods(settings)
  const oauth = [...(github ? ['github'] : []), ...(google ? ['google'] : [])]
  const mail = email ? ['nodemailer'] : []
  const read = [
    'session',
    'signin',
    'error',
    'verify-request',
    ...[...oauth, ...mail].map((name) => `callback/${name}`),
  ]
  const write = [...[...oauth, ...mail].map((name) => `signin/${name}`), ...mail.map((name) => `callback/${name}`)]
  return { read: new Set(read), write: new Set(write) }
}

/** Begins a sign-in elsewhere: with `X-Auth-Return-Redirect` the answer is `{ url }`, else a redirect. */
async function start(db: Database, request: Request, path: string, settings: Env): Promise<Response> {
  const wish = parseBody(await readWish(request), wishSchema)
  const callbackUrl = safeCallbackUrl(wish.callbackUrl, publicOrigin(settings))
  const wantsJson = request.headers.has('x-auth-return-redirect')
  if (path === 'signin/nodemailer') {
    if (wish.email === undefined) throw new HttpProblem(400, 'email is missing.', { field: 'email' })
    const asking = { address: clientAddress(request), now: Date.now() }
    const sent = await sendMailLink(db, { email: wish.email, callbackUrl }, asking, settings)
    return wantsJson ? Response.json({ url: sent.headers.get('location') }, { headers: sent.headers }) : sent
  }
  return Auth(authRequest(request, path, settings, { callbackUrl }), authConfig(db, settings))
}

/** What @auth/core answers; where that opens a session, the one that the browser had before is over. */
async function answerEndingSession(db: Database, request: Request, asked: Request, settings: Env): Promise<Response> {
  const response = await Auth(asked, authConfig(db, settings))
  const name = sessionCookieName(isSecure(publicOrigin(settings)))
  const before = readCookie(request, name)
  const opened = sessionOpenedBy(response, name)
  if (before && opened !== undefined && opened !== before) await endSession(db, before)
  return response
}

function sessionOpenedBy(response: Response, cookieName: string): string | undefined {
  const cookie = response.headers.getSetCookie().find((one) => one.startsWith(`${cookieName}=`))
  return cookie?.slice(cookieName.length + 1).split(';')[0] || undefined
}

/** The button of the confirm page. Gives the account the password that this browser chose when it signed up. */
async function confirm(db: Database, request: Request, settings: Env): Promise<Response> {
  await request.body?.cancel()
  const asked = authRequest(request, 'callback/nodemailer', settings, {})
  const response = await answerEndingSession(db, request, asked, settings)
  const secure = isSecure(publicOrigin(settings))
  const signedIn = sessionOpenedBy(response, sessionCookieName(secure)) !== undefined
  const sealed = readCookie(request, pendingPasswordCookieName(secure))
  if (!signedIn || !sealed) return response
  const pending = openPendingPassword(sealed, Date.now())
  const proven = emailSchema.safeParse(new URL(request.url).searchParams.get('email'))
  if (pending && pending.email === proven.data) await keepPassword(db, pending)
  const headers = new Headers(response.headers)
  headers.append('Set-Cookie', serializeCookie(pendingPasswordCookieName(secure), '', { maxAgeSeconds: 0, secure }))
  return new Response(null, { status: response.status, headers })
}

async function keepPassword(db: Database, { email, name, hash }: { email: string; name: string | null; hash: string }) {
  const user = await db.user.findUnique({ where: { email }, select: { id: true } })
  if (user === null) return
  // A password that is there already was set by somebody who had proven the address: it stays.
  await db.password.upsert({
    where: { userId: user.id },
    create: { userId: user.id, hash },
    update: {},
    select: { userId: true },
  })
  if (name !== null) await db.user.updateMany({ where: { id: user.id, name: null }, data: { name } })
}

/** A JSON body, or what a plain form sends. */
async function readWish(request: Request): Promise<unknown> {
  const text = new TextDecoder().decode(await readBody(request))
  if (!request.headers.get('content-type')?.startsWith('application/json'))
    return Object.fromEntries(new URLSearchParams(text))
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new HttpProblem(400, 'The body is not valid JSON.', { cause })
  }
}

function redirectTo(url: string): Response {
  return new Response(null, { status: 303, headers: { Location: url } })
}
