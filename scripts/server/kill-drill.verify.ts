/**
 * The server is killed (`kill -9`) ten times in the middle of writes, on SQLite and on
 * PostgreSQL: every review that it had acknowledged is there afterwards. Each writer keeps
 * the batch that the kill left unanswered and sends it again first, as the journal does: the
 * server may have stored it or not, and each review is there once either way.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { databases, openTestDatabase } from '@/lib/db/test-database'

const KILLS = 10
const WRITERS = 4

interface Server {
  child: ChildProcess
  origin: string
}

/** On a port that the system chooses, a new one each time. */
async function startServer(databaseUrl: string): Promise<Server> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', DATABASE_URL: databaseUrl },
  })
  let output = ''
  const origin = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk
      const [, found] = /ready on (\S+)\n/.exec(output) ?? []
      if (found) resolve(found)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', () => reject(new Error(`The server did not start:\n${output}`)))
  })
  return { child, origin }
}

/** As a page of ours sends it. */
function send({ origin }: Server, method: string, path: string, cookie: string, body?: unknown) {
  const headers = {
    Origin: origin,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/json',
    Cookie: cookie,
  }
  return fetch(
    origin + path,
    body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) },
  )
}

async function signUp(server: Server): Promise<string> {
  const body = { id: randomUUID(), email: `${randomUUID()}@example.org`, password: 'a drill is not a disaster' }
  const response = await send(server, 'POST', '/api/auth/password/sign-up', '', body)
  expect(response.status).toBe(201)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

function review() {
  return {
    id: randomUUID(),
    kind: 'card-reviewed',
    itemId: 'relu.kink',
    itemVersion: 'drill',
    payload: { grade: 'good' },
    occurredAt: new Date().toISOString(),
    timeZone: 'UTC',
    deviceId: '11111111-1111-4111-8111-111111111111',
    elapsedMs: 1000,
  }
}

interface Writer {
  cookie: string
  /** Sent, but not acknowledged: stored or not. */
  unanswered: ReturnType<typeof review>[]
}

/** Sends the writer's batch; an acknowledgement puts its ids into the ledger. Throws where the connection breaks. */
async function sendBatch(server: Server, writer: Writer, ledger: Set<string>) {
  const response = await send(server, 'POST', '/api/me/events', writer.cookie, { events: writer.unanswered })
  const answer = await response.text()
  // An answer that is no success is a failure; no answer is the drill.
  if (response.status !== 200) throw new RefusedError(`${response.status}: ${answer}`)
  for (const { id } of writer.unanswered) ledger.add(id)
  writer.unanswered = []
}

class RefusedError extends Error {}

/** Writes one batch after the other until the server is gone. */
async function writeUntilGone(server: Server, writer: Writer, ledger: Set<string>) {
  for (;;) {
    writer.unanswered = [review(), review()]
    try {
      await sendBatch(server, writer, ledger)
    } catch (error) {
      if (error instanceof RefusedError) throw error
      return
    }
  }
}

/** Of all rows, so that a review that is there twice is seen twice. */
async function readIds(server: Server, cookie: string): Promise<string[]> {
  const ids: string[] = []
  for (let after: number | null = 0; after !== null; ) {
    const response = await send(server, 'GET', `/api/me/events?after=${after}`, cookie)
    const page = (await response.json()) as { events: { id: string }[]; next: number | null }
    ids.push(...page.events.map(({ id }) => id))
    after = page.next
  }
  return ids
}

/** Resolves in the middle of the writing, a random few ms after so many more were acknowledged. */
async function grownBy(ledger: Set<string>, count: number) {
  for (const goal = ledger.size + count; ledger.size < goal; ) await sleep(5)
  await sleep(Math.random() * 30)
}

async function end({ child }: Server, signal: 'SIGKILL' | 'SIGTERM') {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await gone
}

describe.each(databases)('kill drill: %s', (kind) => {
  test(`over ${KILLS} kills under load no acknowledged review is lost, and none is there twice`, async () => {
    const database = await openTestDatabase(kind)
    await database.close()
    const ledger = new Set<string>()
    let server = await startServer(database.url)
    const cookie = await signUp(server)
    const writers = Array.from({ length: WRITERS }, (): Writer => ({ cookie, unanswered: [] }))
    let sentAgain = 0
    for (let kill = 0; kill < KILLS; kill++) {
      const running = server
      const writing = Promise.all(writers.map((writer) => writeUntilGone(running, writer, ledger)))
      await Promise.race([grownBy(ledger, 10 + Math.floor(Math.random() * 60)), writing])
      await Promise.all([end(running, 'SIGKILL'), writing])
      server = await startServer(database.url)
      const kept = new Set(await readIds(server, cookie))
      expect([...ledger].filter((id) => !kept.has(id))).toEqual([])
      for (const writer of writers.filter(({ unanswered }) => unanswered.length > 0)) {
        await sendBatch(server, writer, ledger)
        sentAgain++
      }
      expect((await readIds(server, cookie)).sort()).toEqual([...ledger].sort())
    }
    await end(server, 'SIGTERM')
    expect(sentAgain).toBeGreaterThan(0)
    process.stdout.write(`  ${kind}: ${ledger.size} reviews survived ${KILLS} kills, ${sentAgain} batches sent again\n`)
  })
})
