import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ScheduleSpec } from '../spec/training-spec'
import { learningRateAt } from './learning-rate'

test('constant, step and cosine', () => {
  expect(learningRateAt({ kind: 'constant' }, 0.3, 77, 100)).toBe(0.3)
  const step = { kind: 'step', everySteps: 10, factor: 0.5 } as const
  expect([0, 9, 10, 25].map((at) => learningRateAt(step, 0.8, at, 100))).toEqual([0.8, 0.8, 0.4, 0.2])
  const cosine = [0, 50, 100].map((at) => learningRateAt({ kind: 'cosine', final: 0.1 }, 0.5, at, 100))
  expect(cosine[0]).toBeCloseTo(0.5, 10)
  expect(cosine[1]).toBeCloseTo(0.3, 10)
  expect(cosine[2]).toBeCloseTo(0.1, 10)
})

test('warm-up: a quarter, a half, three quarters, then the whole', () => {
  const rates = [0, 1, 2, 3, 4].map((step) => learningRateAt({ kind: 'constant', warmupSteps: 3 }, 0.8, step, 100))
  expect(rates.map((rate) => rate.toFixed(12))).toEqual([0.2, 0.4, 0.6, 0.8, 0.8].map((rate) => rate.toFixed(12)))
})

const schedule: fc.Arbitrary<ScheduleSpec> = fc.oneof(
  fc.constant({ kind: 'constant' as const }),
  fc.record({
    kind: fc.constant('step' as const),
    everySteps: fc.integer({ min: 1, max: 50 }),
    factor: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({ kind: fc.constant('cosine' as const), final: fc.double({ min: 0, max: 0.01, noNaN: true }) }),
)

test('every schedule: rises while warming up, then is what it would be without, begun later', () => {
  fc.assert(
    fc.property(
      schedule,
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 200 }),
      (spec, warmupSteps, rest) => {
        const steps = warmupSteps + rest
        const rates = Array.from({ length: steps }, (_, step) =>
          learningRateAt({ ...spec, warmupSteps }, 0.1, step, steps),
        )
        for (let step = 1; step <= warmupSteps; step++) expect(rates[step] ?? 0).toBeGreaterThan(rates[step - 1] ?? 1)
        expect(rates[0]).toBeGreaterThan(0)
        const alone = Array.from({ length: rest }, (_, step) => learningRateAt(spec, 0.1, step, rest))
        expect(rates.slice(warmupSteps)).toEqual(alone)
      },
    ),
  )
})
