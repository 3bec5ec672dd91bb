import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databases, openTestDatabase, type TestDatabase } from '@/lib/db/test-database'
import { canonicalJson } from '@/lib/events/canonical'
import { effectiveEvents } from '@/lib/events/effective-log'
import type { LearnerEvent } from '@/lib/events/event'
import { appendEvents } from './append-events'
import { listEvents } from './list-events'

const now = Date.parse('2026-05-04T08:00:00Z')

function review(change: Partial<LearnerEvent> = {}): LearnerEvent {
  return {
    ...{ id: randomUUID(), kind: 'card-reviewed', itemId: 'relu.kink', itemVersion: 'v1', payload: { grade: 'good' } },
    ...{ occurredAt: '2026-05-04T07:59:59.123Z', timeZone: 'Pacific/Kiritimati', elapsedMs: 1500 },
    ...{ deviceId: '7d6c5e0e-4a3e-4f57-a6a1-f7ed1bb49e5d', ...change },
  } as LearnerEvent
}

describe.each(databases)('the event log: %s', (kind) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(kind)
  })
  afterAll(() => database.close())

  async function learner(): Promise<string> {
    const { id } = await database.db.user.create({
      data: { email: `${randomUUID()}@example.org` },
      select: { id: true },
    })
    return id
  }
  const append = (learnerId: string, events: LearnerEvent[]) => appendEvents(learnerId, events, now, database.db)
  const list = (learnerId: string, after = 0) => listEvents(learnerId, after, database.db)

  test('what was appended reads back exactly as it was sent, with its number and time of receipt', async () => {
    const ada = await learner()
    const run = review({
      kind: 'run-finished',
      itemId: 'cifar-activation-swap',
      payload: {
        spec: { version: 1, model: [{ kind: 'dense', units: 3, note: 'é\u0000\u{1F600}' }] },
        seed: 2 ** 32 - 1,
        numerics: 'ts-1',
        dataHash: 'x',
        outcome: 'finished',
        steps: 3,
        weightHash: 'a'.repeat(64),
        validation: { accuracy: 0.1 + 0.2, loss: null },
        elapsedMs: 1,
        multiplyAdds: 1e21,
        curves: { loss: [[0, 5e-324]], accuracy: [] },
      },
    })
    const events = [review(), run, review({ kind: 'lesson-opened', itemId: 'relu', payload: {} })]
    const { stored, last } = await append(ada, events)
    expect(stored).toEqual(events.map(({ id }) => id))
    const page = await list(ada)
    expect(page.next).toBeNull()
    expect(page.events.map(({ seq: _seq, receivedAt: _receivedAt, ...event }) => event)).toEqual(events)
    expect(page.events.map(({ receivedAt }) => Date.parse(receivedAt))).toEqual([now, now, now])
    expect(page.events.at(-1)?.seq).toBe(last)
    // Sending the copy back, with what the server added, is the same event.
    expect(await append(ada, page.events)).toEqual({ stored, last })
  })

  test('a request repeated, or mixed with new events, stores each event once and gives the same answer', async () => {
    const ada = await learner()
    const [one, two, three] = [review(), review(), review()]
    const first = await append(ada, [one, two])
    expect(await append(ada, [one, two])).toEqual(first)
    expect((await append(ada, [two, three, three])).stored).toEqual([two.id, three.id])
    expect(await append(ada, [one, two])).toEqual(first)
    expect((await list(ada)).events.map(({ id }) => id)).toEqual([one.id, two.id, three.id])
    expect(await append(ada, [])).toEqual({ stored: [], last: 0 })
  })

  test.each([
    ['grade', { payload: { grade: 'again' } }],
    ['moment', { occurredAt: '2026-05-04T07:59:59.124Z' }],
    ['card', { itemId: 'relu.other' }],
    ['device', { deviceId: '0b9ff7f1-6a51-4b1c-9a35-3ac0c1f7ad5d' }],
  ] as [string, Partial<LearnerEvent>][])(
    'the same id with another %s is 422 naming it, and nothing of the request is stored',
    async (_name, change) => {
      const ada = await learner()
      const event = review()
      await append(ada, [event])
      const other = { ...event, ...change } as LearnerEvent
      await expect(append(ada, [review(), other])).rejects.toMatchObject({
        status: 422,
        message: expect.stringContaining(event.id),
      })
      await expect(append(ada, [review(), other, event])).rejects.toMatchObject({ status: 422 })
      expect((await list(ada)).events.map(({ id }) => id)).toEqual([event.id])
    },
  )

  test('another learner’s id behaves like an unused one, and their log is never seen', async () => {
    const [ada, bob] = [await learner(), await learner()]
    const event = review()
    await append(ada, [event])
    const other = { ...event, payload: { grade: 'hard' } } as LearnerEvent
    expect((await append(bob, [other])).stored).toEqual([event.id])
    expect((await list(bob)).events.map(({ payload }) => payload)).toEqual([{ grade: 'hard' }])
    expect((await list(ada)).events.map(({ payload }) => payload)).toEqual([{ grade: 'good' }])
  })

  test('50 concurrent replays of one review: one row, equal answers', async () => {
    const ada = await learner()
    const event = review()
    const answers = await Promise.all(Array.from({ length: 50 }, () => append(ada, [event])))
    expect(new Set(answers.map((answer) => canonicalJson(answer)))).toEqual(new Set([canonicalJson(answers[0])]))
    expect(await database.db.event.count({ where: { learnerId: ada } })).toBe(1)
  })

  test('three devices sending at once: the log is the union, and a reader who follows `after` misses nothing', async () => {
    const ada = await learner()
    const devices = [0, 1, 2].map(() => Array.from({ length: 40 }, () => review()))
    const seen = new Map<string, number>()
    let after = 0
    const read = async () => {
      const { events } = await list(ada, after)
      for (const { id, seq } of events) seen.set(id, seq)
      after = events.at(-1)?.seq ?? after
    }
    let sending = true
    const reader = (async () => {
      while (sending) await read()
    })()
    await Promise.all(
      devices.map(async (events) => {
        for (let start = 0; start < events.length; start += 4) await append(ada, events.slice(start, start + 4))
      }),
    )
    sending = false
    await reader
    await read()
    expect([...seen.keys()].sort()).toEqual(
      devices
        .flat()
        .map(({ id }) => id)
        .sort(),
    )
  })

  test('a long log comes in pages of 500', async () => {
    const ada = await learner()
    const events = Array.from({ length: 1001 }, () => review())
    for (let start = 0; start < events.length; start += 500) await append(ada, events.slice(start, start + 500))
    const sizes: number[] = []
    const ids: string[] = []
    for (let after: number | null = 0; after !== null; ) {
      const page = await list(ada, after)
      sizes.push(page.events.length)
      ids.push(...page.events.map(({ id }) => id))
      after = page.next
    }
    expect(sizes).toEqual([500, 500, 1])
    expect(ids).toEqual(events.map(({ id }) => id))
  })

  test('undo is an event like any other: the rows stay, the effective log is as before', async () => {
    const ada = await learner()
    const [kept, undone] = [review(), review()]
    const undo = review({ kind: 'event-retracted', payload: { eventId: undone.id } })
    await append(ada, [kept, undone, undo])
    const { events } = await list(ada)
    expect(events).toHaveLength(3)
    expect(effectiveEvents(events).map(({ id }) => id)).toEqual([kept.id])
  })

  test('an event from more than a day ahead is refused, unless it is in the log already', async () => {
    const ada = await learner()
    const far = review({ occurredAt: new Date(now + 86_400_001).toISOString() })
    await expect(append(ada, [review(), far])).rejects.toMatchObject({ status: 400, field: 'events.1.occurredAt' })
    expect((await list(ada)).events).toEqual([])
    const first = await appendEvents(ada, [far], now + 1, database.db)
    expect(await append(ada, [far])).toEqual(first)
  })

  test('an account that is gone gets 401, not a fault', async () => {
    await expect(append('nobody', [review()])).rejects.toMatchObject({ status: 401 })
  })
})
