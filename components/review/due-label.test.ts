import { expect, test } from 'vitest'
import { dueLabel } from './due-label'

const NOW = Date.parse('2026-03-01T21:00:00Z')

test.each([
  ['2026-03-01T20:00:00Z', 'UTC', 'now'],
  ['2026-03-01T21:00:40Z', 'UTC', 'in less than a minute'],
  ['2026-03-01T21:10:00Z', 'UTC', 'in 10 min'],
  ['2026-03-02T09:10:00Z', 'UTC', 'tomorrow at 09:10'],
  // 23:30 in UTC is already tomorrow in Zurich.
  ['2026-03-01T23:30:00Z', 'Europe/Zurich', 'tomorrow at 00:30'],
  ['2026-03-10T09:10:00Z', 'UTC', 'on Tuesday 10 March'],
  ['2027-03-10T09:10:00Z', 'UTC', 'on Wednesday 10 March 2027'],
])('a card due at %s, seen from %s, comes back %s', (due, timeZone, words) => {
  expect(dueLabel(Date.parse(due), NOW, timeZone)).toBe(words)
})
