/** Where to go after signing in: always a page of this site. */
const HOME = '/dashboard'
/** Any origin would do; this one is nobody's. */
const NOWHERE = 'https://nonlinear.invalid'
/** Pages that make no sense right after signing in, and addresses that are no pages. */
const NOT_AFTER_SIGN_IN = /^\/(?:sign-in|sign-up|api)(?:\/|$)/

/**
 * `wanted` (the `next` parameter, from anywhere) as a path with query and fragment on our own
 * origin, or the dashboard. It is parsed the way the browser will parse it, so that `//host`,
 * `/\host`, tabs, dots and schemes cannot lead elsewhere.
 */
export function safeNextPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/')) return HOME
  let url: URL
  try {
    url = new URL(wanted, NOWHERE)
  } catch {
    return HOME
  }
  // `/.//host` is on our origin when parsed once, and on another when its path is parsed again.
  const away = url.origin !== NOWHERE || url.pathname.startsWith('//') || url.username !== ''
  if (away || NOT_AFTER_SIGN_IN.test(url.pathname)) return HOME
  return `${url.pathname}${url.search}${url.hash}`
}

/** The link to a sign-in or sign-up page that comes back to `path`. */
export function withNext(page: '/sign-in' | '/sign-up', path: string): string {
  const next = safeNextPath(path)
  return next === HOME ? page : `${page}?next=${encodeURIComponent(next)}`
}
