/** What was read of a model as CSV (RFC 4180): numbers alone, with all their digits. Pure. */
import { confusionOf, measuresOf } from './confusion'
import type { ModelReading } from './model-reading'
import { probabilityOf, type ScoredPoints } from './scored-points'
import { type ThresholdCurve, thresholdFor } from './threshold-curve'

/** A row for each point of the curves: from a threshold above every score to one below all of them. */
export function thresholdsCsv(test: ScoredPoints, curve: ThresholdCurve, temperature: number): string {
  const head = [
    'threshold (class 1 is called above it)',
    'true positives',
    'false positives',
    'false negatives',
    'true negatives',
    'recall (share from 0 to 1)',
    'precision (share from 0 to 1)',
    'false alarms (share of class 0 from 0 to 1)',
    'F1',
    'accuracy (share from 0 to 1)',
  ]
  const rows = curve.points.map((point) => {
    const counts = confusionOf(point, test)
    const { recall, precision, falseAlarms, f1, accuracy } = measuresOf(counts)
    const { truePositives, falsePositives, falseNegatives, trueNegatives } = counts
    return [
      thresholdFor(test, point.called, temperature),
      ...[truePositives, falsePositives, falseNegatives, trueNegatives],
      ...[recall, precision, falseAlarms, f1, accuracy],
    ]
  })
  return csvOf(head, rows)
}

/** A row for each point that was held back, the surest of each half first. */
export function scoresCsv({ validation, test }: ModelReading, temperature: number): string {
  const rowsOf = (part: string, { logits, labels }: ScoredPoints) =>
    Array.from(logits, (z, n) => [part, labels[n] ?? null, z, probabilityOf(z, 1), probabilityOf(z, temperature)])
  return csvOf(
    ['half (validation fits the temperature)', 'class', 'logit', 'probability of class 1', `at T = ${temperature}`],
    [...rowsOf('validation', validation), ...rowsOf('test', test)],
  )
}

function csvOf(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return [head, ...rows].map((cells) => `${cells.map((cell) => cell ?? '').join(',')}\r\n`).join('')
}
