import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COLDEST, fitTemperature, HOTTEST, negativeLogLikelihood } from './temperature'
import { bothClasses, scored } from './testing/any-scores'

describe('where the best temperature is known', () => {
  test.each<[logit: number, right: number, of: number]>([
    [2, 7, 10],
    [3, 9, 10],
    [0.5, 95, 100],
  ])('a logit of %d that is right %i times in %i', (logit, right, of) => {
    // The probability that fits best is the share: σ(z/T) = r, so T = z / ln(r/(1 − r)).
    const labels = Array.from({ length: of }, (_, n) => Number(n < right))
    const points = scored(
      labels.map(() => logit),
      labels,
    )
    const fitted = fitTemperature(points)
    expect(fitted?.temperature).toBeCloseTo(logit / Math.log(right / (of - right)), 8)
    expect(fitted?.isAtEnd).toBe(false)
  })

  test.each<[what: string, logits: number[], labels: number[], expected: ReturnType<typeof fitTemperature>]>([
    ['always right: the colder the better', [-1, 2], [0, 1], { temperature: COLDEST, isAtEnd: true }],
    ['always wrong: the hotter the better', [-1, 2], [1, 0], { temperature: HOTTEST, isAtEnd: true }],
    ['as good as a coin', [1, 1], [0, 1], { temperature: HOTTEST, isAtEnd: true }],
    ['nothing learnt: all logits 0', [0, 0, 0], [0, 1, 0], null],
  ])('%s', (_, logits, labels, expected) => {
    expect(fitTemperature(scored(logits, labels))).toEqual(expected)
  })
})

test('no other temperature has a smaller loss', () => {
  fc.assert(
    fc.property(bothClasses, fc.double({ min: COLDEST, max: HOTTEST, noNaN: true }), ({ logits, labels }, other) => {
      const points = scored(logits, labels)
      const fitted = fitTemperature(points)
      if (fitted === null) return
      const least = negativeLogLikelihood(points, fitted.temperature)
      expect(least).toBeLessThanOrEqual(negativeLogLikelihood(points, other) + 1e-12)
    }),
  )
})

test('logits twice as large want a temperature twice as high', () => {
  fc.assert(
    fc.property(bothClasses, ({ logits, labels }) => {
      const once = fitTemperature(scored(logits, labels))
      const twice = fitTemperature(
        scored(
          logits.map((z) => 2 * z),
          labels,
        ),
      )
      if (once === null || twice === null || once.isAtEnd || twice.isAtEnd) return
      expect(twice.temperature).toBeCloseTo(2 * once.temperature, 6)
    }),
  )
})

test('the loss is −ln p of the right class, and stays a number where p rounds to 0', () => {
  const points = scored([Math.log(3), -Math.log(4)], [1, 1])
  expect(negativeLogLikelihood(points, 1)).toBeCloseTo((-Math.log(0.75) - Math.log(0.2)) / 2, 12)
  expect(negativeLogLikelihood(scored([2000], [0]), 1)).toBe(2000)
})
