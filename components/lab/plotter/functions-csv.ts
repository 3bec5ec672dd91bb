import { csvText } from '@/lib/export/csv'
import type { PlotterCurve } from './curves'

export interface CurveStretch {
  from: number
  to: number
}

const INTERVALS = 400

/** A row for each of 401 places, evenly from end to end: x, and of each function value and slope with all their digits. */
export function functionsCsv(
  curves: readonly Pick<PlotterCurve, 'label' | 'value' | 'slope'>[],
  { from, to }: CurveStretch,
): string {
  const head = ['x', ...curves.flatMap(({ label }) => [`${label}, f(x)`, `${label}, f′(x)`])]
  const rows = Array.from({ length: INTERVALS + 1 }, (_, row) => {
    const x = Number((from + (row * (to - from)) / INTERVALS).toPrecision(12))
    return [x, ...curves.flatMap(({ value, slope }) => [value(x), slope(x)])]
  })
  return csvText([head, ...rows])
}
