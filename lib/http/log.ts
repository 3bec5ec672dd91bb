import { stderr } from 'node:process'

/** One line of JSON to the log; `cause` with its stack and its own causes. */
export function logFailure(what: string, details: Record<string, unknown>, cause: unknown): void {
  stderr.write(`${JSON.stringify({ level: 'error', what, ...details, cause: readable(cause) })}\n`)
}

function readable(cause: unknown, depth = 0): unknown {
  if (cause === null || typeof cause !== 'object') return cause === undefined ? undefined : String(cause)
  if (depth > 4) return '…'
  if (!(cause instanceof Error)) {
    return Object.fromEntries(Object.entries(cause).map(([key, value]) => [key, readable(value, depth + 1)]))
  }
  const code = 'code' in cause ? String(cause.code) : undefined
  return { stack: cause.stack ?? cause.message, code, cause: readable(cause.cause, depth + 1) }
}
