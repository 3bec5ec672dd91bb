import { isSecure, sessionCookieName } from '@/lib/auth/session/session-cookie'
import type { Env } from '@/lib/env'
import { publicOrigin } from '@/lib/http/own-origin'
import { safeCallbackUrl } from './safe-callback-url'

/**
 * The request as @auth/core may see it: on the public address whatever `Host` said,
 * callback URLs on our own origin, of the headers only the cookies. `path` is the
 * one below /api/auth; with `body` it is a POST.
 *
 * A sign-in comes without the session there is. With one, @auth/core would link the
 * newcomer's identity to whoever is signed in on this browser.
 */
export function authRequest(
  request: Request,
  path: string,
  settings: Pick<Env, 'AUTH_URL' | 'PORT'>,
  body?: Record<string, string>,
): Request {
  const origin = publicOrigin(settings)
  const url = new URL(`${origin}/api/auth/${path}${new URL(request.url).search}`)
  const wanted = url.searchParams.get('callbackUrl')
  if (wanted !== null) url.searchParams.set('callbackUrl', safeCallbackUrl(wanted, origin))
  // Auth.js puts some of them into a Location header as they are.
  for (const [name, value] of [...url.searchParams]) if (!/^[\x20-\x7e]*$/.test(value)) url.searchParams.delete(name)
  const headers = new Headers({ cookie: cookiesFor(path, request.headers.get('cookie') ?? '', origin) })
  if (request.headers.has('x-auth-return-redirect')) headers.set('X-Auth-Return-Redirect', '1')
  if (body === undefined) return new Request(url, { headers })
  headers.set('Content-Type', 'application/json')
  return new Request(url, { method: 'POST', headers, body: JSON.stringify(body) })
}

function cookiesFor(path: string, cookies: string, origin: string): string {
  const signsIn = /^(?:signin|callback)\//.test(path)
  const kept = cookies.split(';').filter((pair) => {
    const [name = '', value = ''] = pair.trim().split('=')
    // By its beginning: @auth/core also reads a session from pieces (`…-session.0`).
    if (signsIn && name.startsWith(sessionCookieName(isSecure(origin)))) return false
    return !name.endsWith('authjs.callback-url') || leadsHome(value, origin)
  })
  return kept.join(';')
}

/** Auth.js fails on a callback cookie that it cannot read; one that leads elsewhere is not ours either. */
function leadsHome(value: string, origin: string): boolean {
  try {
    const url = decodeURIComponent(value)
    return url === origin || url === safeCallbackUrl(url, origin)
  } catch {
    return false
  }
}
