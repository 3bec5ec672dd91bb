import { expect, test } from 'vitest'
import { parseProse } from './lesson-prose'
import { readingMinutes } from './reading-time'

const words = (many: number) => Array.from({ length: many }, () => 'word').join(' ')
const minutesOf = (text: string) => readingMinutes(parseProse(text))

test.each([
  ['a short text takes a minute', words(10), 1],
  ['238 words a minute', words(2380), 10],
  ['a claim’s words are read, its mark is not', `<Claim id="x">${words(1190)}</Claim> – ${words(1190)}`, 10],
  ['a displayed formula takes ten seconds', '$$\nx\n$$\n\n'.repeat(30), 5],
  ['a line of code takes two, an empty one nothing', `\`\`\`\n${'x = 1\n\n'.repeat(150)}\`\`\``, 5],
])('%s', (_title, text, minutes) => {
  expect(minutesOf(text)).toBe(minutes)
})

test('what a reader runs or answers is not reading time', () => {
  expect(minutesOf('<Experiment id="x" />\n\n'.repeat(400))).toBe(1)
})
