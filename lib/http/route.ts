/**
 * How a route handler answers. Wrapped in `route`, it throws what went wrong and
 * the person gets a sentence and an id, never a stack; nothing personal is cached;
 * and whatever is not a read is refused from another site, so that no route can
 * forget it.
 */
import { randomUUID } from 'node:crypto'
import { isDatabaseUnavailable } from './database-unavailable'
import { logFailure } from './log'
import { HttpProblem, problemResponse } from './problem'
import { requireSameOrigin } from './same-origin'

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** `handler` gets the path's parameters awaited. Its HttpProblem becomes that answer, any other error a 500. */
export function route<P extends object = Record<string, never>>(
  handler: (request: Request, params: P) => Promise<Response>,
): (request: Request, context: { params: Promise<P> }) => Promise<Response> {
  return async (request, context) => {
    try {
      if (!READS.has(request.method)) requireSameOrigin(request)
      return uncached(await handler(request, await context.params))
    } catch (error) {
      return uncached(answerFor(error, request))
    }
  }
}

function answerFor(error: unknown, request: Request): Response {
  const id = randomUUID()
  const problem = problemOf(error)
  if (problem.status >= 500) {
    logFailure('request failed', { id, method: request.method, path: new URL(request.url).pathname }, error)
  }
  return problemResponse(problem, id)
}

function problemOf(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error
  if (isDatabaseUnavailable(error)) {
    return new HttpProblem(503, 'The server cannot reach its database at the moment: please try again shortly.', {
      retryAfterSeconds: 5,
    })
  }
  return new HttpProblem(500, 'Something went wrong on our side, and it has been noted: please try again.')
}

function uncached(response: Response): Response {
  const headers = new Headers(response.headers)
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
  return new Response(response.body, { status: response.status, headers })
}
