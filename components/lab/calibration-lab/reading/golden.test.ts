/** The same scores, read by scikit-learn (testing/make-golden.py) and here. */
import { describe, expect, test } from 'vitest'
import { confusionOf, measuresOf } from './confusion'
import { calledAbove } from './scored-points'
import { negativeLogLikelihood } from './temperature'
import { scored } from './testing/any-scores'
import golden from './testing/golden.json'
import { thresholdCurve } from './threshold-curve'

const close = (all: number[]) => all.map((value) => expect.closeTo(value, 10))

describe.each(golden.cases)('$name', (given) => {
  const points = scored(given.logits, given.labels)
  const curve = thresholdCurve(points)

  test('both curves, point by point, and the areas under them', () => {
    expect(curve?.points.map(({ falseAlarms }) => falseAlarms)).toEqual(close(given.fpr))
    expect(curve?.points.map(({ recall }) => recall)).toEqual(close(given.tpr))
    expect(curve?.points.map(({ recall }) => recall)).toEqual(close(given.recalls))
    expect(curve?.points.map(({ precision }) => precision)).toEqual(close(given.precisions))
    expect(curve?.rocArea).toBeCloseTo(given.rocArea, 10)
    expect(curve?.averagePrecision).toBeCloseTo(given.averagePrecision, 10)
  })

  test('what a threshold comes to, and the log loss', () => {
    const called = calledAbove(points, given.threshold, 1)
    const counts = confusionOf({ called, caught: points.caught[called] ?? 0 }, points)
    const { trueNegatives, falsePositives, falseNegatives, truePositives } = counts
    expect([
      [trueNegatives, falsePositives],
      [falseNegatives, truePositives],
    ]).toEqual(given.confusion)
    const { accuracy, precision, recall, f1 } = given
    expect(measuresOf(counts)).toMatchObject({
      accuracy: expect.closeTo(accuracy, 10),
      precision: expect.closeTo(precision, 10),
      recall: expect.closeTo(recall, 10),
      f1: expect.closeTo(f1, 10),
    })
    expect(negativeLogLikelihood(points, 1)).toBeCloseTo(given.logLoss, 10)
  })
})
