/**
 * The journal's two requests, and what their answers mean for the outbox. A refusal is
 * believed only in the server's own words (`{ error: { message } }`), so that a captive
 * portal or a proxy's error page never makes the journal give up an event.
 */
import * as z from 'zod/mini'
import type { LearnerEvent } from '@/lib/events/event'
import type { Learner } from '@/lib/journal/row'
import type { ServerEvent } from '@/lib/journal/store/ledger'

export type Fetch = (input: string, init?: RequestInit) => Promise<Response>

export type SendAnswer =
  | { status: 'stored'; ids: Set<string> }
  | { status: 'refused'; message: string }
  | { status: 'signed-out' }
  | { status: 'failed'; retryAfterMs: number }

export type PullAnswer =
  | { status: 'page'; events: ServerEvent[]; next: number | null }
  | { status: 'signed-out' }
  | { status: 'failed'; retryAfterMs: number }

const ANSWER_WITHIN_MS = 20_000
/** Names the learner whose log this browser holds, so that another tab's fresh sign-in is noticed. */
const LEARNER_HEADER = 'X-Nonlinear-Learner'

const storedSchema = z.object({ stored: z.array(z.string()) })
const problemSchema = z.object({ error: z.object({ message: z.string() }) })
const pageSchema = z.object({
  events: z.array(
    z.looseObject({
      id: z.string(),
      kind: z.string(),
      occurredAt: z.string(),
      seq: z.number(),
      receivedAt: z.optional(z.unknown()),
      correct: z.optional(z.boolean()),
    }),
  ),
  next: z.nullable(z.number()),
})

export async function sendEvents(fetch: Fetch, learner: Learner, events: LearnerEvent[]): Promise<SendAnswer> {
  const response = await request(fetch, learner, '/api/me/events', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ events }),
  })
  if (response === null) return failed
  const body = await bodyOf(response)
  if (response.ok) {
    const stored = storedSchema.safeParse(body)
    return stored.success ? { status: 'stored', ids: new Set(stored.data.stored) } : failed
  }
  const problem = problemSchema.safeParse(body)
  if (problem.success && response.status === 401) return { status: 'signed-out' }
  if (problem.success && [400, 413, 422].includes(response.status)) {
    return { status: 'refused', message: problem.data.error.message }
  }
  return { status: 'failed', retryAfterMs: retryAfterMs(response) }
}

/** One page of the learner's log behind `after`. */
export async function pullEvents(fetch: Fetch, learner: Learner, after: number): Promise<PullAnswer> {
  const response = await request(fetch, learner, `/api/me/events?after=${after}`, { cache: 'no-store' })
  if (response === null) return failed
  const body = await bodyOf(response)
  if (response.status === 401 && problemSchema.safeParse(body).success) return { status: 'signed-out' }
  const page = pageSchema.safeParse(body)
  if (!response.ok || !page.success) return { status: 'failed', retryAfterMs: retryAfterMs(response) }
  const events = page.data.events.map(({ seq, receivedAt: _receivedAt, correct, ...event }) => ({
    // The server validated it on the way in; only what the journal itself relies on is checked again.
    event: event as unknown as LearnerEvent,
    seq,
    correct,
  }))
  return { status: 'page', events, next: page.data.next }
}

const failed = { status: 'failed', retryAfterMs: 0 } as const

async function request(fetch: Fetch, learner: Learner, url: string, init: RequestInit): Promise<Response | null> {
  const headers = { ...init.headers, Accept: 'application/json', [LEARNER_HEADER]: learner.id }
  try {
    return await fetch(url, { ...init, headers, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
  } catch {
    return null
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return null
  }
}

function retryAfterMs(response: Response): number {
  const seconds = Number(response.headers.get('Retry-After') ?? 0)
  return Number.isFinite(seconds) ? Math.max(0, seconds) * 1000 : 0
}
