import { expect, test } from 'vitest'
import { parseProse } from '@/lib/course/prose/lesson-prose'
import type { Claim } from '@/lib/experiment/claim'
import { checkNumbers } from './check-numbers'

const claims: Record<string, Claim> = {
  'dying.dies': { id: 'dies', probe: 'dead-units', layer: 1, atStep: 100, atLeast: 0.9 },
  'told.once': {
    id: 'once',
    statement: 'At most 1,024 of 4096 are left.',
    probe: 'dead-units',
    layer: 1,
    atMost: 0.25,
  },
}
const faultsOf = (text: string) =>
  checkNumbers(parseProse(text), (id) => claims[id] ?? null).map(
    ({ line, column, message }) => `${line}:${column}: ${message.replace(/ (has nothing|is not what).*$/, '')}`,
  )

test.each([
  ['counting on a dozen fingers', 'It has 2 inputs, 12 units and 1 output.'],
  ['a name with a number in it', 'CIFAR-10, float32 and VGG-16 are names; so is x2.'],
  ['maths and code', 'Ten layers: $2^{10} = 1024$ or `1024`.\n\n```\n1024\n```'],
  ['the text of a link', 'See [section 2.2 of 2015](https://example.org).'],
  ['whatever a source is cited for', '<Claim id="he-2015">It was 26.4 % in 2015</Claim>.'],
  ['the bound that a run checks, in percent', 'At least <Claim id="dying.dies">90 % are dead after 100 steps</Claim>.'],
  ['the bound itself', '<Claim id="dying.dies">A share of 0.9 is dead</Claim>.'],
  ['what the claim’s own sentence says', '<Claim id="told.once">Of 4,096 at most 1024 are left, or 25 %</Claim>.'],
  ['the id of a heading', '## Cost {/* #cost-of-2048 */}'],
])('accepted: %s', (_title, text) => {
  expect(faultsOf(text)).toEqual([])
})

test.each([
  ['a measurement', 'It is\nfaster by 73 points.', ['2:11: the number 73']],
  ['a small percentage is measured, not counted', 'It costs 5 % more.', ['1:10: the number 5 %']],
  ['percent in words', 'It costs 5 per cent more.', ['1:10: the number 5 per cent']],
  ['a fraction', 'It costs 0.5 more, or .5 more.', ['1:10: the number 0.5', '1:23: the number .5']],
  ['a large number with a comma', 'There are 50,000, and more.', ['1:11: the number 50,000']],
  ['a negative number', 'It falls to -73.', ['1:14: the number 73']],
  ['a number in a table', '| a |\n| - |\n| 73 |', ['3:3: the number 73']],
  ['a caption', 'A.\n\n<Plot of="relu" caption="It ends at 73." />', ['3:1: the number 73']],
  ['a title', '<Callout tone="note" title="Since 2015">x</Callout>', ['1:1: the number 2015']],
  ['a number that the run does not check', '<Claim id="dying.dies">95 % die</Claim>', ['1:24: 95 %']],
])('flagged: %s', (_title, text, faults) => {
  expect(faultsOf(text)).toEqual(faults)
})
