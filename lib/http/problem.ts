/** An outcome of a request that is told to the person: a status and one clear sentence. */
export class HttpProblem extends Error {
  override name = 'HttpProblem'
  readonly status: number
  /** Path of the offending field in the body, e.g. `events.3.payload.grade`. */
  readonly field: string | undefined
  /** When trying again makes sense. */
  readonly retryAfterSeconds: number | undefined

  constructor(
    status: number,
    message: string,
    { field, retryAfterSeconds, cause }: { field?: string; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(message, { cause })
    this.status = status
    this.field = field
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** `{ "error": { "message", "field"?, "id" } }`; the id finds the cause in the log. */
export function problemResponse(problem: HttpProblem, id: string): Response {
  const { status, message, field, retryAfterSeconds } = problem
  const headers = new Headers()
  if (retryAfterSeconds !== undefined) headers.set('Retry-After', String(Math.ceil(retryAfterSeconds)))
  return Response.json({ error: field === undefined ? { message, id } : { message, field, id } }, { status, headers })
}
