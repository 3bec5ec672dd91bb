import { type Env, env } from '@/lib/env'
import { ownOrigin } from './own-origin'
import { HttpProblem } from './problem'

/**
 * Throws 403 unless the browser says that one of our own pages made this request:
 * our `Origin`, and `Sec-Fetch-Site: same-origin`. A header that is missing or
 * `null` (sandboxed frames, some redirects) is not our page either.
 */
export function requireSameOrigin(request: Request, settings: Pick<Env, 'AUTH_URL'> = env()): void {
  const own = ownOrigin(request, settings)
  if (own === null) {
    throw new HttpProblem(403, 'This server does not know itself by this address: set AUTH_URL to its public address.')
  }
  if (request.headers.get('origin') === own && request.headers.get('sec-fetch-site') === 'same-origin') return
  throw new HttpProblem(403, `This request did not come from a page of ${own}: open the site there and try again.`)
}
