import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsOf } from './unit-cause'

test('a planted step: who pushed it, and what momentum kept', () => {
  // η = 0.5; the batch's gradient is [2, 0], momentum kept [2, 2].
  const gradients = [
    { example: 4, gradient: [3, 0] },
    { example: 9, gradient: [-1, 0] },
    { example: 2, gradient: [0, 0] },
  ]
  const { parts, leftOver } = partsOf(gradients, [1, 1], [-1, 0], 0.5)
  // The change is [−2, −1]: example 4 alone would have made [−1.5, 0], which is 3 of its squared length of 5.
  expect(parts.map(({ example, share }) => [example, share])).toEqual([
    [4, expect.closeTo(0.6)],
    [9, expect.closeTo(-0.2)],
    [2, expect.closeTo(0)],
  ])
  expect(leftOver).toBeCloseTo(0.6)
  expect(parts[0]).toMatchObject({ length: 3, bias: 0, along: expect.closeTo(6 / Math.sqrt(5)) })
})

test('what did not move has no shares, and neither has what is no sum', () => {
  const gradients = [{ example: 0, gradient: [0, 0] }]
  expect(partsOf(gradients, [1, 2], [1, 2], 0.1)).toEqual({
    parts: [{ example: 0, length: 0, bias: 0, along: 0, share: null }],
    leftOver: null,
  })
  expect(partsOf([{ example: 0, gradient: [1, 1] }], [1, 2], [0, 2], null).parts[0]).toMatchObject({
    along: 1,
    share: null,
  })
})

const numbers = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 })

test('shares and the rest are always the whole', () => {
  fc.assert(
    fc.property(fc.array(numbers, { minLength: 1, maxLength: 8 }), numbers, numbers, (all, before, after) => {
      fc.pre(Math.hypot(...after.map((value, i) => value - (before[i] ?? 0))) > 0.01)
      const gradients = all.map((gradient, example) => ({ example, gradient }))
      const { parts, leftOver } = partsOf(gradients, before, after, 0.3)
      expect((leftOver ?? 0) + parts.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 6)
    }),
  )
})
