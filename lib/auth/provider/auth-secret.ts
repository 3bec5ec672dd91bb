import { env } from '@/lib/env'

/** What tokens and cookies are signed with. The launcher makes one outside production and insists on one in it. */
export function authSecret(secret = env().AUTH_SECRET): string {
  if (secret === undefined)
    throw new Error('AUTH_SECRET is not set: start the server with `npm start`, which makes one.')
  return secret
}
