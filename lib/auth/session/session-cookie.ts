import { readCookie, serializeCookie } from '@/lib/http/cookie'
import { publicOrigin } from '@/lib/http/own-origin'
import { SESSION_ABSOLUTE_MS } from './sessions'

/** Whether people reach us over https. */
export function isSecure(origin = publicOrigin()): boolean {
  return origin.startsWith('https:')
}

/** `__Host-`: no sub-domain and no plain-http page can set it (RFC 6265bis). */
export function sessionCookieName(secure = isSecure()): string {
  return secure ? '__Host-nonlinear-session' : 'nonlinear-session'
}

/** Kept for as long as the session can live at most; the row says when it ends. */
export function sessionCookie(token: string, secure = isSecure()): string {
  return serializeCookie(sessionCookieName(secure), token, { maxAgeSeconds: SESSION_ABSOLUTE_MS / 1000, secure })
}

export function clearedSessionCookie(secure = isSecure()): string {
  return serializeCookie(sessionCookieName(secure), '', { maxAgeSeconds: 0, secure })
}

export function readSessionToken(request: Request): string | undefined {
  return readCookie(request, sessionCookieName()) || undefined
}
