/**
 * The server is killed (`kill -9`) ten times in the middle of writes, on SQLite and on
 * PostgreSQL: every review that it had acknowledged is there afterwards. The client keeps
 * a ledger of acknowledged ids, and sends again what was not, as the journal does.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { databases, openTestDatabase } from '@/lib/db/test-database'

const KILLS = 10
const WRITERS = 4
const PORT = 4191
const URL_BASE = `http://localhost:${PORT}`

async function startServer(databaseUrl: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(PORT), DATABASE_URL: databaseUrl, AUTH_URL: URL_BASE },
  })
  let output = ''
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk
      if (output.includes('ready on')) resolve()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', () => reject(new Error(`The server did not start:\n${output}`)))
  })
  return child
}

/** As a page of ours sends it. */
function send(method: string, path: string, cookie: string, body?: unknown) {
  const headers = {
    Origin: URL_BASE,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/json',
    Cookie: cookie,
  }
  return fetch(
    URL_BASE + path,
    body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) },
  )
}

async function signUp(): Promise<string> {
  const body = { id: randomUUID(), email: `${randomUUID()}@example.org`, password: 'a drill is not a disaster' }
  const response = await send('POST', '/api/auth/password/sign-up', '', body)
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

/** Writes one review after the other until the server is gone; a 2xx puts its id into the ledger. */
async function writeUntilGone(cookie: string, ledger: Set<string>) {
  for (;;) {
    const events = [review(), review()]
    try {
      const response = await send('POST', '/api/me/events', cookie, { events })
      if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
      await response.json()
      for (const { id } of events) ledger.add(id)
    } catch (error) {
      // A connection that broke is the drill; an answer that is no success is a failure.
      if (error instanceof Error && /^\d{3}:/.test(error.message)) throw error
      return
    }
  }
}

async function readIds(cookie: string): Promise<Set<string>> {
  const ids = new Set<string>()
  for (let after: number | null = 0; after !== null; ) {
    const response = await send('GET', `/api/me/events?after=${after}`, cookie)
    const page = (await response.json()) as { events: { id: string }[]; next: number | null }
    for (const { id } of page.events) ids.add(id)
    after = page.next
  }
  return ids
}

/** Resolves in the middle of the writing, a random few ms after so many more were acknowledged. */
async function grownBy(ledger: Set<string>, count: number) {
  for (const goal = ledger.size + count; ledger.size < goal; ) await sleep(5)
  await sleep(Math.random() * 30)
}

const gone = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve))

describe.each(databases)('kill drill: %s', (kind) => {
  test(`no acknowledged review is lost over ${KILLS} kills under load`, async () => {
    const database = await openTestDatabase(kind)
    await database.close()
    const ledger = new Set<string>()
    let server = await startServer(database.url)
    const cookie = await signUp()
    for (let kill = 0; kill < KILLS; kill++) {
      const writing = Promise.all(Array.from({ length: WRITERS }, () => writeUntilGone(cookie, ledger)))
      await grownBy(ledger, 10 + Math.floor(Math.random() * 60))
      server.kill('SIGKILL')
      await Promise.all([gone(server), writing])
      server = await startServer(database.url)
      const found = await readIds(cookie)
      expect([...ledger].filter((id) => !found.has(id))).toEqual([])
    }
    server.kill('SIGTERM')
    await gone(server)
    process.stdout.write(`  ${kind}: ${ledger.size} acknowledged reviews survived ${KILLS} kills\n`)
  })
})
