import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsOf } from './unit-cause'

test('a planted step: who of its batch pushed it, and who of the batch before', () => {
  // η = 0.5, μ = 0.5: the change is −0.5 × (the batch's [2, 0] + half of the [4, 4] before it).
  const gradients = [
    { example: 5, step: 2, kept: 0.5, gradient: [4, 4] },
    { example: 4, step: 3, kept: 1, gradient: [3, 0] },
    { example: 9, step: 3, kept: 1, gradient: [-1, 0] },
    { example: 2, step: 3, kept: 1, gradient: [0, 0] },
  ]
  const { parts, earlier, shares } = partsOf(gradients, { step: 3, before: [1, 1], after: [-1, 0] }, 0.5)
  // Example 4 alone would have made [−1.5, 0], which is 3 of the change's squared length of 5.
  expect(parts.map(({ example, share }) => [example, share])).toEqual([
    [4, expect.closeTo(0.6)],
    [9, expect.closeTo(-0.2)],
    [2, expect.closeTo(0)],
  ])
  expect(parts[0]).toMatchObject({ length: 3, bias: 0, along: expect.closeTo(6 / Math.sqrt(5)) })
  expect(earlier).toEqual([expect.objectContaining({ example: 5, step: 2, share: expect.closeTo(0.6) })])
  expect(shares).toEqual({ batch: expect.closeTo(0.4), earlier: expect.closeTo(0.6) })
})

test('what did not move has no shares, and neither has what is no sum', () => {
  const still = { step: 1, before: [1, 2], after: [1, 2] }
  expect(partsOf([{ example: 0, step: 1, kept: 1, gradient: [0, 0] }], still, 0.1)).toEqual({
    parts: [{ example: 0, step: 1, length: 0, bias: 0, along: 0, share: null }],
    earlier: [],
    shares: null,
  })
  const moved = { step: 1, before: [1, 2], after: [0, 2] }
  const { parts, shares } = partsOf([{ example: 0, step: 1, kept: 1, gradient: [1, 1] }], moved, null)
  expect(parts[0]).toMatchObject({ along: 1, share: null })
  expect(shares).toBe(null)
})

const part = fc.record({
  gradient: fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 }),
  step: fc.integer({ min: 1, max: 9 }),
})

test('where the change is made of the parts, their shares are the whole', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (some) => {
      const gradients = some.map(({ gradient, step }, example) => ({
        example,
        step,
        kept: 0.9 ** (9 - step),
        gradient,
      }))
      const after = [0, 1, 2].map(
        (i) => -0.3 * gradients.reduce((sum, one) => sum + one.kept * (one.gradient[i] ?? 0), 0),
      )
      fc.pre(Math.hypot(...after) > 0.01)
      const { parts, earlier, shares } = partsOf(gradients, { step: 9, before: [0, 0, 0], after }, 0.3)
      expect((shares?.batch ?? 0) + (shares?.earlier ?? 0)).toBeCloseTo(1, 6)
      expect(parts.length).toBe(some.filter(({ step }) => step === 9).length)
      expect(earlier).toEqual(earlier.toSorted((a, b) => b.along - a.along))
    }),
  )
})
