/**
 * Prisma's libSQL adapter, made safe for a file that several processes write.
 *
 * The stock client opens a fresh connection after each interactive transaction, so
 * that its settings (busy timeout, `synchronous`, foreign keys) are only ever the
 * defaults, and it begins transactions as readers, which cannot wait when they turn
 * into writers. Here one connection serves all, its settings are made and read back,
 * transactions begin as writers, and whoever finds the file locked tries again later
 * without blocking the event loop for long.
 */
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { retryWhile } from './retry'

type Client = ReturnType<PrismaLibSql['createClient']>
/** The adapter passes statement objects, never text and arguments apart. */
type Statement = Parameters<Client['execute']>[0]
type Transaction = Awaited<ReturnType<Client['transaction']>>

/** How long SQLite itself waits for a lock, in ms: it blocks the thread, so not long. */
const BLOCKING_WAIT_MS = 100

/** Name, what to set, and what must be read back. */
const SETTINGS = [
  ['busy_timeout', BLOCKING_WAIT_MS, BLOCKING_WAIT_MS],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
] as const

const isBusy = (error: unknown) =>
  error instanceof Error && 'rawCode' in error && typeof error.rawCode === 'number' && (error.rawCode & 0xff) === 5

async function configure(client: Client) {
  for (const [name, wanted, expected] of SETTINGS) {
    await client.execute(`PRAGMA ${name} = ${wanted}`)
    const found = (await client.execute(`PRAGMA ${name}`)).rows[0]?.[0]
    const asExpected = String(found) === String(expected)
    // A database in memory (authoring a migration) has no journal to choose.
    const inMemory = name === 'journal_mode' && found === 'memory'
    if (!asExpected && !inMemory) throw new Error(`SQLite: ${name} is ${found} where ${expected} was asked for.`)
  }
}

/**
 * Runs `work` until it is not refused by a lock. libSQL leaves a refused statement "in
 * progress" until it is garbage collected, and no transaction commits beside one: only
 * a new connection is rid of it.
 */
function patiently<T>(client: Client, work: () => Promise<T>): Promise<T> {
  return retryWhile(isBusy, async () => {
    try {
      return await work()
    } catch (error) {
      if (isBusy(error)) await reconnect(client)
      throw error
    }
  })
}

async function reconnect(client: Client) {
  await client.reconnect()
  await configure(client)
}

/** Rids the connection of a transaction that `error` kept from ending: it would swallow all that comes after. */
async function abandon(client: Client, error: unknown) {
  const undone = await client.execute('ROLLBACK').then(
    () => true,
    () => false,
  )
  if (undone && !isBusy(error)) return
  await client.reconnect()
  await patiently(client, () => configure(client))
}

/** BEGIN … COMMIT on the client's own connection; Prisma's adapter lets nothing else come between. */
async function beginWriting(client: Client): Promise<Transaction> {
  await patiently(client, () => client.execute('BEGIN IMMEDIATE'))
  let open = true
  async function end(how: 'COMMIT' | 'ROLLBACK') {
    if (!open) return
    try {
      await client.execute(how)
    } catch (error) {
      await abandon(client, error)
      throw error
    } finally {
      open = false
    }
  }
  return {
    execute: (statement: Statement) => client.execute(statement),
    batch: () => Promise.reject(new Error('The adapter sends no batches.')),
    executeMultiple: () => Promise.reject(new Error('The adapter sends no scripts inside a transaction.')),
    commit: () => end('COMMIT'),
    rollback: () => end('ROLLBACK'),
    close: () => void end('ROLLBACK'),
    get closed() {
      return !open
    },
  }
}

function onOneConnection(client: Client): Client {
  const replaced: Partial<Record<string | symbol, unknown>> = {
    execute: (statement: Statement) => patiently(client, () => client.execute(statement)),
    transaction: () => beginWriting(client),
  }
  return new Proxy(client, {
    get(target, property) {
      const value: unknown = replaced[property] ?? Reflect.get(target, property)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** One connection, opened by `connect()`, to the file in `url`; for `:memory:`, to a database of its own. */
export class SqliteAdapter extends PrismaLibSql {
  #client: Client | undefined

  override createClient(...config: Parameters<PrismaLibSql['createClient']>) {
    const client = super.createClient(...config)
    this.#client = client
    return onOneConnection(client)
  }

  override async connect() {
    const adapter = await super.connect()
    const client = this.#client
    if (client) await patiently(client, () => configure(client))
    return adapter
  }
}

/** The adapter of one file: `url` is `file:` and a path, relative to the working directory. */
export function createSqliteAdapter(url: string) {
  return new SqliteAdapter({ url, timeout: BLOCKING_WAIT_MS })
}
