/**
 * Our own origin. `AUTH_URL` says it; where it is not set (never in production)
 * the server listens for this machine only, and any loopback name it was called
 * by counts. A foreign name in `Host` is then no name of ours: it would be
 * another site's, pointed at this machine (DNS rebinding).
 */
import { type Env, env } from '@/lib/env'

type Settings = Pick<Env, 'AUTH_URL' | 'PORT'>

const LOOPBACK_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/

/** The origin that a browser showing our pages names in `Origin`; null when `Host` is no name of ours. */
export function ownOrigin(request: Request, { AUTH_URL }: Pick<Settings, 'AUTH_URL'> = env()): string | null {
  if (AUTH_URL !== undefined) return new URL(AUTH_URL).origin
  const host = request.headers.get('host')?.toLowerCase() ?? ''
  return LOOPBACK_HOST.test(host) ? new URL(`http://${host}`).origin : null
}

/** What links in mails and redirects of sign-in providers are built from: configured, never taken from a request. */
export function publicOrigin({ AUTH_URL, PORT }: Settings = env()): string {
  return AUTH_URL === undefined ? `http://localhost:${PORT}` : new URL(AUTH_URL).origin
}
