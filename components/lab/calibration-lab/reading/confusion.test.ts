import { describe, expect, test } from 'vitest'
import { type Confusion, confusionOf, type Measures, majorityMeasures, measuresOf } from './confusion'
import { gainWords, shareText, tradeWords } from './threshold-words'

describe('the shares of a confusion matrix', () => {
  test.each<[what: string, counts: number[], expected: Partial<Measures>]>([
    // scikit-learn's documentation of f1_score and precision_recall_fscore_support defines them so; counts by hand.
    [
      'all four are there',
      [30, 10, 20, 940],
      { accuracy: 0.97, recall: 0.6, precision: 0.75, f1: 2 / (1 / 0.6 + 1 / 0.75), falseAlarms: 10 / 950 },
    ],
    ['nothing called', [0, 0, 50, 950], { accuracy: 0.95, recall: 0, precision: null, f1: 0, falseAlarms: 0 }],
    ['all called', [50, 950, 0, 0], { accuracy: 0.05, recall: 1, precision: 0.05, falseAlarms: 1 }],
    ['no point of class 1', [0, 3, 0, 7], { accuracy: 0.7, recall: null, precision: 0, f1: 0 }],
    ['no point of class 0', [4, 0, 1, 0], { recall: 0.8, falseAlarms: null }],
    ['no point at all', [0, 0, 0, 0], { accuracy: null, recall: null, precision: null, f1: null, falseAlarms: null }],
  ])('%s', (_, [truePositives = 0, falsePositives = 0, falseNegatives = 0, trueNegatives = 0], expected) => {
    const counts: Confusion = { truePositives, falsePositives, falseNegatives, trueNegatives }
    const found = measuresOf(counts)
    for (const [name, value] of Object.entries(expected)) {
      if (value === null) expect(found[name as keyof Measures], name).toBeNull()
      else expect(found[name as keyof Measures], name).toBeCloseTo(value, 12)
    }
  })

  test('the counts follow from who was called and who was caught', () => {
    expect(confusionOf({ called: 40, caught: 30 }, { count: 1000, positives: 50 })).toEqual({
      truePositives: 30,
      falsePositives: 10,
      falseNegatives: 20,
      trueNegatives: 940,
    })
  })
})

test.each([
  [1000, 50, { accuracy: 0.95, recall: 0, precision: null }],
  [10, 5, { accuracy: 0.5, recall: 0 }],
  [10, 6, { accuracy: 0.6, recall: 1, precision: 0.6 }],
])('a model that looks at nothing, with %i points and %i of class 1', (count, positives, expected) => {
  expect(majorityMeasures({ count, positives })).toMatchObject(expected)
})

test('shares and gains are said in words', () => {
  expect([shareText(null), shareText(0.3219)]).toEqual(['–', '32.2\u00a0%'])
  const measures = measuresOf({ truePositives: 30, falsePositives: 10, falseNegatives: 20, trueNegatives: 940 })
  expect(tradeWords(0.05, measures)).toBe('At threshold 0.05: recall 60.0\u00a0%, precision 75.0\u00a0%.')
  const lazy = majorityMeasures({ count: 1000, positives: 50 })
  expect(gainWords(measures, lazy)).toBe('Its accuracy is 2 points above that of a model that looks at nothing.')
  expect(gainWords({ ...measures, accuracy: 0.841 }, lazy)).toContain('11 points below')
  expect(gainWords(lazy, lazy)).toContain('is that of a model that looks at nothing')
})
