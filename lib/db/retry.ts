/** Delays before each further attempt, in ms; together a little over 10 s. */
const DELAYS = [2, 5, 10, 20, 40, 80, 160, 320, 640, 1000, 1500, 2000, 2500, 2500]

interface RetryOptions {
  wait?: (milliseconds: number) => Promise<void>
  /** From [0, 1): spreads out competitors that failed together. */
  random?: () => number
}

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** Runs `attempt` again, later and later, for as long as `isTransient` says of its error. */
export async function retryWhile<T>(
  isTransient: (error: unknown) => boolean,
  attempt: () => Promise<T>,
  { wait = sleep, random = Math.random }: RetryOptions = {},
): Promise<T> {
  for (const delay of DELAYS) {
    try {
      return await attempt()
    } catch (error) {
      if (!isTransient(error)) throw error
    }
    await wait(delay * (0.5 + random()))
  }
  return attempt()
}

/** SQLite's BUSY and PostgreSQL's serialisation failures and deadlocks, as Prisma reports them. */
function isWriteConflict(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    if ('code' in cause && cause.code === 'P2034') return true
    if (/SQLITE_BUSY|database is locked|TransactionWriteConflict|SocketTimeout/.test(cause.message)) return true
  }
  return false
}

/**
 * Runs a whole unit of work (usually one `$transaction`) again when it lost against
 * another writer. `work` must have no effect outside the database.
 */
export function withRetry<T>(work: () => Promise<T>, options?: RetryOptions): Promise<T> {
  return retryWhile(isWriteConflict, work, options)
}
