import { expect, test } from 'vitest'
import { describeOpen, describeTime } from './outline'

test.each([
  [12, '12 minutes'],
  [54, '54 minutes'],
  [60, 'about an hour'],
  [95, 'about 1½ hours'],
  [184, 'about 3 hours'],
])('%i minutes are told as "%s"', (minutes, words) => {
  expect(describeTime(minutes)).toBe(words)
})

test.each([
  [['published', 'planned', 'planned'], '1 open, 2 planned'],
  [['planned'], 'all planned'],
  [['published'], 'all open'],
] as const)('%o is told as "%s"', (statuses, words) => {
  expect(describeOpen(statuses.map((status) => ({ status })))).toBe(words)
})
