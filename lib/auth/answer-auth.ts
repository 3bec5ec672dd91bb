/**
 * What of @auth/core can be reached under /api/auth: OAuth, the e-mail link and
 * the session; nothing else of it. Its sign-out, its CSRF page and its password
 * callback are not offered (ours are lib/auth/sign-in.ts and sign-out). What it
 * gets to see is cleaned first: the public address instead of `Host`, callback
 * URLs on our own origin, a body that was checked.
 */
import { Auth } from '@auth/core'
import * as z from 'zod'
import { type Database, getDb } from '@/lib/db/database'
import { type Env, env } from '@/lib/env'
import { clientAddress } from '@/lib/http/client-address'
import { readCookie, serializeCookie } from '@/lib/http/cookie'
import { publicOrigin } from '@/lib/http/own-origin'
import { HttpProblem } from '@/lib/http/problem'
import { readBody } from '@/lib/http/read-body'
import { parseBody } from '@/lib/http/read-json'
import { authConfig, CONFIRM_PAGE, signInMethods } from './auth-config'
import { emailSchema } from './email'
import { sendMailLink } from './mail-link'
import { openPendingPassword, PENDING_PASSWORD_COOKIE } from './pending-password'
import { safeCallbackUrl } from './safe-callback-url'
import { isSecure, sessionCookieName } from './session-cookie'

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
    return Auth(cleaned(request, path, settings), authConfig(await getDb(), settings))
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
  return Auth(cleaned(request, path, settings, { callbackUrl }), authConfig(db, settings))
}

/** The button of the confirm page. Gives the account the password that this browser chose when it signed up. */
async function confirm(db: Database, request: Request, settings: Env): Promise<Response> {
  await request.body?.cancel()
  const response = await Auth(cleaned(request, 'callback/nodemailer', settings, {}), authConfig(db, settings))
  const secure = isSecure(publicOrigin(settings))
  const signedIn = response.headers.getSetCookie().some((cookie) => cookie.startsWith(`${sessionCookieName(secure)}=`))
  const sealed = readCookie(request, PENDING_PASSWORD_COOKIE)
  if (!signedIn || !sealed) return response
  const pending = openPendingPassword(sealed, Date.now())
  const proven = emailSchema.safeParse(new URL(request.url).searchParams.get('email'))
  if (pending && pending.email === proven.data) await keepPassword(db, pending)
  const headers = new Headers(response.headers)
  headers.append('Set-Cookie', serializeCookie(PENDING_PASSWORD_COOKIE, '', { maxAgeSeconds: 0, secure }))
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

/** The request as @auth/core may see it. */
function cleaned(request: Request, path: string, settings: Env, body?: Record<string, string>): Request {
  const origin = publicOrigin(settings)
  const url = new URL(`${origin}/api/auth/${path}${new URL(request.url).search}`)
  const wanted = url.searchParams.get('callbackUrl')
  if (wanted !== null) url.searchParams.set('callbackUrl', safeCallbackUrl(wanted, origin))
  // Auth.js puts some of them into a Location header as they are.
  for (const [name, value] of [...url.searchParams]) if (!/^[\x20-\x7e]*$/.test(value)) url.searchParams.delete(name)
  const headers = new Headers({ cookie: withoutForeignCallback(request.headers.get('cookie') ?? '', origin) })
  if (request.headers.has('x-auth-return-redirect')) headers.set('X-Auth-Return-Redirect', '1')
  if (body === undefined) return new Request(url, { headers })
  headers.set('Content-Type', 'application/json')
  return new Request(url, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** Auth.js fails on a callback cookie that it cannot read; one that leads elsewhere is not ours either. */
function withoutForeignCallback(cookies: string, origin: string): string {
  const kept = cookies.split(';').filter((pair) => {
    const [name = '', value = ''] = pair.trim().split('=')
    if (!name.endsWith('authjs.callback-url')) return true
    try {
      const url = decodeURIComponent(value)
      return url === origin || url === safeCallbackUrl(url, origin)
    } catch {
      return false
    }
  })
  return kept.join(';')
}

function redirectTo(url: string): Response {
  return new Response(null, { status: 303, headers: { Location: url } })
}
