/** For tests of route handlers: a database of their own, people signed in to it, requests as our pages make them. */
import { randomUUID } from 'node:crypto'
import { LEARNER_COLUMNS, type Learner } from '@/lib/auth/session/learner'
import { sessionCookieName } from '@/lib/auth/session/session-cookie'
import { startSession } from '@/lib/auth/session/sessions'
import type { Database } from '@/lib/db/database'
import { databases, openTestDatabase } from '@/lib/db/test-database'

export { databases }

const ORIGIN = 'http://localhost:3000'

export interface TestServer {
  db: Database
  /** A new person, and the Cookie header of their browser. */
  signUp: () => Promise<{ learner: Learner; cookie: string }>
  close: () => Promise<void>
}

export async function openTestServer(kind: (typeof databases)[number]): Promise<TestServer> {
  const { db, close } = await openTestDatabase(kind)
  return {
    db,
    close,
    async signUp() {
      const learner = await db.user.create({
        data: { email: `${randomUUID()}@example.org`, name: 'Ada' },
        select: LEARNER_COLUMNS,
      })
      return { learner, cookie: `${sessionCookieName()}=${await startSession(db, learner.id, Date.now())}` }
    },
  }
}

interface Sending {
  cookie?: string | undefined
  /** Sent as it is; a value that is no string is sent as JSON. */
  body?: unknown
  headers?: Record<string, string>
  /** Headers to leave out. */
  without?: string[]
}

/** A request from one of our own pages, unless `headers` say otherwise. */
export function pageRequest(
  method: string,
  path: string,
  { cookie, body, headers, without = [] }: Sending = {},
): Request {
  const all = new Headers({
    ...{ host: new URL(ORIGIN).host, origin: ORIGIN, 'sec-fetch-site': 'same-origin' },
    ...{ 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.7' },
    ...(cookie === undefined ? {} : { cookie }),
    ...headers,
  })
  for (const name of without) all.delete(name)
  const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
  return new Request(`${ORIGIN}${path}`, { method, headers: all, ...sent })
}
