/**
 * Where to go after signing in: a path on our own origin, whatever was asked for.
 * `//evil.example`, `/\evil.example`, `javascript:` and other origins lead home.
 * Returns the whole URL.
 */
export function safeCallbackUrl(wanted: unknown, origin: string): string {
  if (typeof wanted !== 'string') return `${origin}/`
  try {
    const url = new URL(wanted, origin)
    // By text, not by `origin`: a `blob:` URL has the origin of the page inside it.
    return url.href.startsWith(`${origin}/`) ? url.href : `${origin}/`
  } catch {
    return `${origin}/`
  }
}
