import fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import { effectiveEvents } from '@/lib/events/effective-log'
import type { LearnerEvent } from '@/lib/events/event'
import { foldSchedules } from './fold'
import { GRADES } from './grade'

const start = Date.UTC(2026, 2, 1)
const devices = [
  '11111111-1111-4111-8111-111111111111',
  '22222222-2222-4222-8222-222222222222',
  '33333333-3333-4333-8333-333333333333',
]

/** A log as three devices might write it: reviews of four cards, other events, some answers undone. */
const log: fc.Arbitrary<LearnerEvent[]> = fc
  .array(
    fc.record({
      id: fc.uuid({ version: 4 }),
      what: fc.constantFrom('review', 'review', 'review', 'open', 'undo'),
      card: fc.integer({ min: 0, max: 3 }),
      grade: fc.constantFrom(...GRADES),
      // Often the same moment on several devices.
      minute: fc.oneof(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 100_000 })),
      device: fc.constantFrom(...devices),
      timeZone: fc.constantFrom('Europe/Zurich', 'Pacific/Kiritimati', 'Etc/GMT+12'),
      target: fc.nat(),
    }),
    { maxLength: 40 },
  )
  .map((drafts) =>
    drafts.map(({ id, what, card, grade, minute, device, timeZone, target }): LearnerEvent => {
      const occurredAt = new Date(start + minute * 60_000).toISOString()
      const common = { id, itemVersion: 'v1', occurredAt, timeZone, deviceId: device, elapsedMs: 900 }
      if (what === 'open') return { ...common, kind: 'lesson-opened', itemId: 'relu', payload: {} }
      const itemId = `relu.card-${card}`
      const undone = drafts[target % drafts.length]
      if (what === 'undo' && undone)
        return { ...common, kind: 'event-retracted', itemId, payload: { eventId: undone.id } }
      return { ...common, kind: 'card-reviewed', itemId, payload: { grade } }
    }),
  )

const shuffled = log.chain((events) =>
  fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }), fc.shuffledSubarray(events)),
)

test('foldSchedules: any interleaving of the devices, with any event delivered twice, gives one state', () => {
  fc.assert(
    fc.property(shuffled, ([events, interleaved, again]) => {
      const delivered = [...interleaved, ...again]
      expect(effectiveEvents(delivered)).toEqual(effectiveEvents(events))
      expect(sorted(foldSchedules(delivered))).toEqual(sorted(foldSchedules(events)))
    }),
    { numRuns: inject('thorough') ? 10_000 : 500 },
  )
})

test('foldSchedules: undoing the last 30 answers restores the cards and the effective log exactly', () => {
  fc.assert(
    fc.property(
      log,
      fc.array(fc.tuple(fc.uuid({ version: 4 }), fc.constantFrom(...GRADES)), { minLength: 1, maxLength: 30 }),
      (before, added) => {
        const answers = added.map(
          ([id, grade], index): LearnerEvent => ({
            id,
            kind: 'card-reviewed',
            itemId: `relu.card-${index % 4}`,
            itemVersion: 'v1',
            payload: { grade },
            occurredAt: new Date(start + (200_000 + index) * 60_000).toISOString(),
            timeZone: 'Europe/Zurich',
            deviceId: '11111111-1111-4111-8111-111111111111',
            elapsedMs: 900,
          }),
        )
        const undone = answers.map(
          (answer, index): LearnerEvent => ({
            ...answer,
            id: `${String(index).padStart(8, '0')}-0000-4000-8000-000000000000`,
            kind: 'event-retracted',
            payload: { eventId: answer.id },
          }),
        )
        const after = [...before, ...answers, ...undone]
        expect(effectiveEvents(after)).toEqual(effectiveEvents(before))
        expect(sorted(foldSchedules(after))).toEqual(sorted(foldSchedules(before)))
      },
    ),
    { numRuns: 300 },
  )
})

test('effectiveEvents: a retraction cannot be retracted, and one that names nothing changes nothing', () => {
  const common = {
    itemVersion: 'v1',
    occurredAt: new Date(start).toISOString(),
    timeZone: 'UTC',
    deviceId: devices[0] ?? '',
    elapsedMs: 0,
    itemId: 'relu.kink',
  }
  const [review, undo, undoUndo] = ['a', 'b', 'c'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`)
  const events: LearnerEvent[] = [
    { ...common, id: review ?? '', kind: 'card-reviewed', payload: { grade: 'good' } },
    { ...common, id: undo ?? '', kind: 'event-retracted', payload: { eventId: review ?? '' } },
    { ...common, id: undoUndo ?? '', kind: 'event-retracted', payload: { eventId: undo ?? '' } },
  ]
  expect(effectiveEvents(events)).toEqual([])
  expect(effectiveEvents(events.slice(2))).toEqual([])
  expect(effectiveEvents([...events.slice(0, 1), ...events.slice(2)])).toEqual(events.slice(0, 1))
})

function sorted<T>(map: Map<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1))
}
