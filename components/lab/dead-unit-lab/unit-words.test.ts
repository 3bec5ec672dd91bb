import { expect, test } from 'vitest'
import type { CausePart, UnitCause } from '@/lib/training/dead-units/unit-protocol'
import { causeSentences, lifeSentence, lookOf } from './unit-words'

const part = (example: number, along: number, share: number | null, step = 60): CausePart => ({
  ...{ example, along, share, step },
  length: Math.abs(along),
  bias: 0,
})
const CAUSE: UnitCause = {
  layer: 0,
  unit: 3,
  step: 60,
  before: [1, 2, -1],
  after: [1, 1, -2],
  largestSum: { before: 0.2, after: -0.1 },
  awakeBefore: [4, 9],
  awakeAfter: [],
  awakeByItsOwn: 0,
  learningRate: 1,
  parts: [part(7, -0.1, -0.1), part(9, 0.5, 0.5), part(2, 0, 0)],
  earlier: [],
  shares: { batch: 1, earlier: 0 },
}
const STILL = 'Just before, it was still awake on 2 training examples.'
const PUSHED = 'Of the 3 examples of its batch, 1 pushed it the way it went.'
const HARDEST = 'Hardest pushed example 10 of that batch, with 50\u00a0% of the change.'

test.each<[string, Partial<UnitCause>, string[]]>([
  ['its own batch', {}, [PUSHED, HARDEST]],
  [
    'its batch and momentum',
    { earlier: [part(3, 0.2, 0.2, 58)], shares: { batch: 0.4, earlier: 0.6 } },
    [PUSHED, HARDEST, 'Its own batch made 40\u00a0% of the change, momentum of those before it 60\u00a0%.'],
  ],
  [
    'momentum, against its batch',
    { parts: [part(7, -0.3, -0.3)], earlier: [part(3, 1.2, 1.2, 58)], shares: { batch: -0.3, earlier: 1.3 } },
    [
      'Of the 1 examples of its batch, 0 pushed it the way it went.',
      'Hardest pushed example 4 in the batch of step 58, as momentum keeps it, with 120\u00a0% of the change.',
      'Its own batch made −30\u00a0% of the change, momentum of those before it 130\u00a0%.',
    ],
  ],
  [
    'momentum alone',
    { parts: [part(7, 0, 0)], earlier: [part(3, 0.4, 0.4, 58)], shares: { batch: -0.0001, earlier: 1 } },
    [
      'None of the 1 examples of its batch reached it.',
      'Hardest pushed example 4 in the batch of step 58, as momentum keeps it, with 40\u00a0% of the change.',
      'Its own batch made 0\u00a0% of the change, momentum of those before it 100\u00a0%.',
    ],
  ],
  [
    'Adam',
    { parts: [part(7, 2, null)], shares: null },
    ['Of the 1 examples of its batch, 1 pushed it the way it went.', 'Hardest pushed example 8 of that batch.'],
  ],
  [
    'its inputs alone',
    { after: [1, 2, -1] },
    ['The step changed none of its own weights: what it reads from the layer below has changed.'],
  ],
  [
    'its inputs, too',
    { awakeByItsOwn: 5 },
    [
      PUSHED,
      HARDEST,
      'With its own weights alone changed it would still be awake on 5: what it reads from the layer below changed, too.',
    ],
  ],
])('what killed a unit: %s', (_, changed, sentences) => {
  expect(causeSentences({ ...CAUSE, ...changed })).toEqual([STILL, ...sentences])
})

test('a life is told death by death', () => {
  expect(lifeSentence([], 40)).toBe('It was awake on some training example after each of the 40 steps so far.')
  expect(
    lifeSentence(
      [
        { died: 0, back: 12 },
        { died: 1030, back: null },
      ],
      2000,
    ),
  ).toBe(
    'It was dead before the first step; step 12 woke it again. Step 1,030 silenced it on the last training example.',
  )
})

test('under an activation that leaks nobody is dead, and it is said who would be', () => {
  expect([lookOf('dead', 'relu'), lookOf('dead', 'relu6'), lookOf('dead', 'gelu'), lookOf('awake', 'gelu')]).toEqual([
    'dead',
    'dead',
    'shut',
    'awake',
  ])
})
