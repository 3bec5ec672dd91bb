/**
 * Recognises that the database cannot take this request now: not reachable, too
 * busy, disk full or read-only. Told apart from a fault of ours by codes and
 * words alone, because this folder knows no database.
 */

/** Prisma: unreachable, timed out, connection lost, no free connection, transaction not started or lost, write conflict. */
const PRISMA_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034', 'P2037'])

/** Node's network errors and PostgreSQL's classes 08 (connection), 53 (resources), 57P (shutdown), 25006 (read-only). */
const OTHER_CODES =
  /^(?:ECONN(?:REFUSED|RESET)|ENOTFOUND|ENOENT|ETIMEDOUT|EPIPE|ENOSPC|EROFS|08\w{3}|53\w{3}|57P\d\d|57014|25006)$/

const WORDS =
  /SQLITE_(?:BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN)|database is locked|database or disk is full|readonly database|disk I\/O error|unable to open database|DatabaseNotReachable|SocketTimeout|TooManyConnections|TransactionWriteConflict|Connection terminated|timeout exceeded when trying to connect|the database system is (?:starting up|shutting down)/i

export function isDatabaseUnavailable(error: unknown): boolean {
  for (let cause = error, depth = 0; cause !== null && typeof cause === 'object' && depth < 6; depth++) {
    const { code, errorCode, originalCode, kind, message } = cause as Record<string, unknown>
    if ([code, errorCode, originalCode].some((found) => typeof found === 'string' && isKnownCode(found))) return true
    if ([kind, message].some((words) => typeof words === 'string' && WORDS.test(words))) return true
    cause = (cause as { cause?: unknown }).cause
  }
  return false
}

function isKnownCode(code: string): boolean {
  return PRISMA_CODES.has(code) || OTHER_CODES.test(code)
}
