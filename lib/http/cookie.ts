interface CookieOptions {
  maxAgeSeconds: number
  secure: boolean
}

/** A `Set-Cookie` value that no script reads and no other site's form sends. `value` must need no escaping. */
export function serializeCookie(name: string, value: string, { maxAgeSeconds, secure }: CookieOptions): string {
  const attributes = [`${name}=${value}`, 'Path=/', `Max-Age=${maxAgeSeconds}`, 'HttpOnly', 'SameSite=Lax']
  return [...attributes, ...(secure ? ['Secure'] : [])].join('; ')
}

/** The first cookie called `name`, as it was set. */
export function readCookie(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, ...value] = pair.split('=')
    if (key?.trim() === name) return value.join('=').trim()
  }
  return undefined
}
