import { findServerHealth } from '@/lib/health/server-health'
import { HttpProblem } from '@/lib/http/problem'
import { route } from '@/lib/http/route'

export const dynamic = 'force-dynamic'

/** For load balancers and the launcher's tests: 200 when the database answers, 503 when not. */
export const GET = route(async () => {
  const health = await findServerHealth()
  if (health.status === 'ok') return Response.json(health)
  throw new HttpProblem(503, 'The database does not answer.', { retryAfterSeconds: 5 })
})
