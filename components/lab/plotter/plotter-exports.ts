import type { ExportItem } from '@/components/export/export-menu'
import { chartItems } from '@/components/export/picture-items'
import { textItem } from '@/components/export/text-item'
import type { PlotterCurve } from './curves'
import { type CurveStretch, functionsCsv } from './functions-csv'

/** What can be saved of the plotter: every curve as numbers, and what is drawn. `part`: of the page, with the charts. */
export function plotterExports(
  curves: readonly PlotterCurve[],
  stretch: CurveStretch,
  part: HTMLElement | null,
): ExportItem[] {
  if (curves.length === 0) return []
  const names = curves.map(({ label }) => label).join(', ')
  return [
    textItem('Curves', ['plotter', 'curves'], 'csv', () => functionsCsv(curves, stretch)),
    ...chartItems({
      part,
      id: 'plotter',
      about: `${names} from ${stretch.from} to ${stretch.to}.`,
      legend: curves,
      nameOf: (title) => (title === 'f(x)' ? 'values' : 'slopes'),
    }),
  ]
}
