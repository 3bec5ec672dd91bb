import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { confusionOf, measuresOf } from './confusion'
import { calledAbove, probabilityOf } from './scored-points'
import { anyScores, bothClasses, scored } from './testing/any-scores'
import { indexOfCalled, type ThresholdCurve, thresholdCurve, thresholdFor, thresholdOfStep } from './threshold-curve'

function curveOf(logits: readonly number[], labels: readonly number[]): ThresholdCurve {
  const curve = thresholdCurve(scored(logits, labels))
  if (curve === null) throw new Error('One class is missing.')
  return curve
}

describe('as scikit-learn’s documentation has it', () => {
  // roc_curve, auc, precision_recall_curve and average_precision_score (1.5) all show this example.
  const curve = curveOf([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])

  test('ROC: fpr, tpr and the area under them', () => {
    expect(curve.points.map(({ falseAlarms }) => falseAlarms)).toEqual([0, 0, 0.5, 0.5, 1])
    expect(curve.points.map(({ recall }) => recall)).toEqual([0, 0.5, 0.5, 1, 1])
    expect(curve.rocArea).toBe(0.75)
  })

  test('PR: precision, recall and the average precision', () => {
    expect(curve.points.map(({ precision }) => precision).reverse()).toEqual([0.5, 2 / 3, 0.5, 1, 1])
    expect(curve.points.map(({ recall }) => recall).reverse()).toEqual([1, 1, 0.5, 0.5, 0])
    expect(curve.averagePrecision).toBeCloseTo(0.8333333333, 9)
  })
})

describe('by hand', () => {
  test.each<[what: string, logits: number[], labels: number[], roc: number, pr: number]>([
    ['sorted perfectly', [1, 2, 3, 4], [0, 0, 1, 1], 1, 1],
    ['the wrong way round', [4, 3, 2, 1], [0, 0, 1, 1], 0, (1 / 3 + 2 / 4) / 2],
    ['all scores alike: no skill, whatever their order', [0, 0, 0, 0, 0], [1, 0, 0, 0, 0], 0.5, 0.2],
    ['a tie across the classes counts as half', [0.5, 0.5, 0.5, 0.9], [1, 0, 0, 1], 0.75, 0.5 * 1 + 0.5 * (2 / 4)],
    ['one of each', [1, 1], [1, 0], 0.5, 0.5],
  ])('%s', (_, logits, labels, roc, pr) => {
    const curve = curveOf(logits, labels)
    expect(curve.rocArea).toBeCloseTo(roc, 12)
    expect(curve.averagePrecision).toBeCloseTo(pr, 12)
  })

  test.each([[[1, 1]], [[0, 0]], [[]]])('without one of the classes there is no curve: %j', (labels) => {
    expect(
      thresholdCurve(
        scored(
          labels.map((_, n) => n),
          labels,
        ),
      ),
    ).toBeNull()
  })
})

test('the area under ROC is the share of pairs that stand in the right order, ties half', () => {
  fc.assert(
    fc.property(bothClasses, ({ logits, labels }) => {
      const of = (wanted: number) => logits.filter((_, n) => labels[n] === wanted)
      const pairs = of(1).flatMap((own) => of(0).map((other) => (own > other ? 1 : own === other ? 0.5 : 0)))
      const share = pairs.reduce<number>((sum, won) => sum + won, 0) / pairs.length
      expect(curveOf(logits, labels).rocArea).toBeCloseTo(share, 9)
    }),
  )
})

test('average precision is the definition, score by score', () => {
  fc.assert(
    fc.property(bothClasses, ({ logits, labels }) => {
      const positives = labels.filter((label) => label === 1).length
      let before = 0
      let area = 0
      for (const score of [...new Set(logits)].sort((a, b) => b - a)) {
        const called = labels.filter((_, n) => (logits[n] ?? 0) >= score)
        const caught = called.filter((label) => label === 1).length
        area += (caught / positives - before) * (caught / called.length)
        before = caught / positives
      }
      expect(curveOf(logits, labels).averagePrecision).toBeCloseTo(area, 9)
    }),
  )
})

test('the order in which points come changes nothing, and neither does a temperature', () => {
  fc.assert(
    fc.property(bothClasses, fc.double({ min: 0.05, max: 20, noNaN: true }), ({ logits, labels }, temperature) => {
      const curve = curveOf(logits, labels)
      expect(curveOf([...logits].reverse(), [...labels].reverse())).toEqual(curve)
      expect(
        curveOf(
          logits.map((z) => z / temperature),
          labels,
        ),
      ).toEqual(curve)
    }),
  )
})

test('what is called at a threshold is what counting gives, at any temperature', () => {
  const percent = fc.integer({ min: 0, max: 100 }).map((n) => n / 100)
  fc.assert(
    fc.property(anyScores, percent, fc.constantFrom(0.05, 0.5, 1, 3, 20), ({ logits, labels }, threshold, t) => {
      const points = scored(logits, labels)
      const called = calledAbove(points, threshold, t)
      // At one half and a logit of 0 both sides are exact; elsewhere no grid point lies on a threshold.
      expect(called).toBe(logits.filter((z) => probabilityOf(z, t) > threshold || threshold === 0).length)
      const { recall, accuracy } = measuresOf(confusionOf({ called, caught: points.caught[called] ?? 0 }, points))
      const isCalled = (n: number) => Number(probabilityOf(logits[n] ?? 0, t) > threshold || threshold === 0)
      const right = labels.filter((label, n) => isCalled(n) === label).length
      expect(accuracy).toBeCloseTo(right / labels.length, 12)
      if (points.positives === 0) expect(recall).toBeNull()
      else expect(recall).toBe(labels.filter((label, n) => label === 1 && isCalled(n) === 1).length / points.positives)
    }),
  )
})

test('every point of a curve has a threshold that leads to it, and a place that is found again', () => {
  fc.assert(
    fc.property(bothClasses, fc.constantFrom(0.5, 1, 4), ({ logits, labels }, temperature) => {
      const points = scored(logits, labels)
      const curve = curveOf(logits, labels)
      for (const [index, { called }] of curve.points.entries()) {
        expect(calledAbove(points, thresholdFor(points, called, temperature), temperature)).toBe(called)
        expect(indexOfCalled(curve, called)).toBe(index)
      }
    }),
  )
})

describe('a step along the curve', () => {
  test('calls more points, or fewer, until there are none', () => {
    fc.assert(
      fc.property(bothClasses, fc.nat(60), fc.nat(60), ({ logits, labels }, a, b) => {
        const points = scored(logits, labels)
        const curve = curveOf(logits, labels)
        const last = curve.points.length - 1
        const [from, to] = [Math.min(a, last), Math.min(b, last)]
        if (from === to) return
        const threshold = thresholdOfStep(points, curve, { from, to, temperature: 1 })
        expect(calledAbove(points, threshold, 1)).toBe(curve.points[to]?.called)
      }),
    )
  })

  test('goes on where a link’s six digits cannot tell two scores apart', () => {
    // Probabilities of 1 − 2e-9 and 1 − 4e-9 are both 1 in a link; the third is not.
    const points = scored([20, 19.3, 3, -3], [1, 1, 1, 0])
    const curve = thresholdCurve(points) as ThresholdCurve
    const threshold = thresholdOfStep(points, curve, { from: 0, to: 1, temperature: 1 })
    expect(calledAbove(points, threshold, 1)).toBe(2)
    expect(thresholdOfStep(points, curve, { from: 2, to: 1, temperature: 1 })).toBe(1)
  })
})
