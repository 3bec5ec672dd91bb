/**
 * For tests: the server's side of the event log with learners, browsers (one cookie each)
 * and faults on demand. It keeps the promises of the HTTP API and nothing more.
 */
import type { LearnerEvent } from '@/lib/events/event'
import type { Learner } from '@/lib/journal/row'
import type { Fetch } from '@/lib/journal/sync/event-api'

/** What goes wrong with the next request. `after`: the server did it, the answer never arrived. */
export type Fault =
  | 'before'
  | 'after'
  | 'error-500'
  | 'busy-503'
  | 'portal-200'
  | 'portal-400'
  | 'portal-401'
  | 'forgets-session'
export const FAULTS: Fault[] = ['before', 'after', 'error-500', 'busy-503', 'portal-200', 'portal-400', 'portal-401']

const MAX_EVENTS = 500
const MAX_BODY_BYTES = 1_000_000
const PAGE_EVENTS = 40

interface Logged {
  seq: number
  learnerId: string
  event: LearnerEvent
}

export interface FakeBrowser {
  fetch: Fetch
  signIn(learner: Learner): void
  signOut(): void
}

export function createFakeServer(options: { isWrong?: (event: LearnerEvent) => boolean } = {}) {
  const log: Logged[] = []
  const faults: Fault[] = []
  /** While true, every request fails. */
  const down = { value: false }
  const requests: { method: string; events: number }[] = []

  function store(learnerId: string, events: LearnerEvent[]): Response {
    if (events.length > MAX_EVENTS) return problem(400, 'At most 500 events a request.')
    const known = (event: LearnerEvent) =>
      log.find((entry) => entry.learnerId === learnerId && entry.event.id === event.id)
    for (const event of events) {
      if (options.isWrong?.(event)) return problem(400, `Event ${event.id} is wrong.`)
      const old = known(event)
      if (old !== undefined && JSON.stringify(old.event) !== JSON.stringify(event)) {
        return problem(422, `Event ${event.id} is already in the log with other contents.`)
      }
    }
    for (const event of events) {
      if (known(event) === undefined) log.push({ seq: log.length + 1, learnerId, event })
    }
    return json(200, { stored: events.map((event) => event.id), last: log.length })
  }

  function page(learnerId: string, after: number): Response {
    const rest = log.filter((entry) => entry.learnerId === learnerId && entry.seq > after)
    const events = rest.slice(0, PAGE_EVENTS)
    const next = rest.length > PAGE_EVENTS ? (events.at(-1)?.seq ?? null) : null
    return json(200, {
      events: events.map(({ seq, event }) => ({ ...event, seq, receivedAt: '2026-01-01T00:00:00.000Z' })),
      next,
    })
  }

  function answer(learner: Learner | null, url: string, init: RequestInit): Response {
    const expected = new Headers(init.headers).get('X-Nonlinear-Learner')
    if (learner === null || expected !== learner.id) return problem(401, 'Sign in first.')
    if (init.method !== 'POST') return page(learner.id, Number(new URL(url, 'http://fake').searchParams.get('after')))
    const body = String(init.body)
    if (body.length > MAX_BODY_BYTES) return problem(413, 'The request is larger than 1 MB.')
    const { events } = JSON.parse(body) as { events: LearnerEvent[] }
    requests.push({ method: 'POST', events: events.length })
    return store(learner.id, events)
  }

  return {
    faults,
    down,
    requests,
    /** The learner's events in the order in which the server took them. */
    logOf: (learner: Learner) => log.filter((entry) => entry.learnerId === learner.id).map((entry) => entry.event),
    browser(): FakeBrowser {
      let cookie: Learner | null = null
      return {
        signIn: (learner) => {
          cookie = learner
        },
        signOut: () => {
          cookie = null
        },
        async fetch(url, init = {}) {
          const fault = down.value ? 'before' : faults.shift()
          await new Promise((resolve) => setImmediate(resolve))
          switch (fault) {
            case 'before':
              throw new TypeError('Failed to fetch')
            case 'error-500':
              return problem(500, 'Something went wrong here.')
            case 'busy-503':
              return problem(503, 'The database is away.')
            case 'portal-200':
              return new Response('<html>Welcome to our Wi-Fi</html>')
            case 'portal-400':
              return new Response('<html>Bad request</html>', { status: 400 })
            case 'portal-401':
              return new Response('<html>Log in to our Wi-Fi</html>', { status: 401 })
            case 'forgets-session':
              cookie = null
              break
            case 'after':
            case undefined:
              break
          }
          const response = answer(cookie, url, init)
          await new Promise((resolve) => setImmediate(resolve))
          if (fault === 'after') throw new TypeError('Failed to fetch')
          return response
        },
      }
    },
  }
}

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })
const problem = (status: number, message: string) => json(status, { error: { message, id: 'fake' } })
