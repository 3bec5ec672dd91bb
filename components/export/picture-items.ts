/** Pictures that can be saved, each as SVG and as PNG. Loaded when a menu is opened. */
import { chartSvg, chartsOf } from './chart-picture'
import type { ExportItem } from './export-menu'
import { fileName } from './file-name'
import { pngOf } from './picture-pixels'
import type { LegendEntry } from './standalone-svg'
import { textItem } from './text-item'

/** `draw` is called when one of the two is chosen. */
export function pictureItems(label: string, name: readonly (string | number)[], draw: () => string): ExportItem[] {
  return [
    textItem(label, name, 'svg', draw),
    { label, filename: fileName(name, 'png'), make: async () => pngOf(draw()) },
  ]
}

interface ChartItems {
  /** The part of the page whose charts can be saved. */
  part: ParentNode | null
  /** Of the widget or experiment; files are named by it and the chart's title. */
  id: string
  /** What is said of every chart to somebody who cannot see it, before the values that it shows. */
  about: string
  /** Where the page has it elsewhere than in the charts. */
  legend?: readonly LegendEntry[]
  /** Where a title has no letters to name a file by. */
  nameOf?: (title: string) => string
}

export function chartItems({ part, id, about, legend, nameOf = (title) => title }: ChartItems): ExportItem[] {
  const charts = part === null ? [] : chartsOf(part)
  return charts.flatMap(({ title, figure }) =>
    pictureItems(title, [id, nameOf(title)], () => {
      const reading = figure.querySelector('[role=slider]')?.getAttribute('aria-valuetext') ?? ''
      return chartSvg(figure, title, `${about} At ${reading}.`, legend)
    }),
  )
}
