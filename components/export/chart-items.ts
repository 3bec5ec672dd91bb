import type { ExportItem } from './export-menu'
import { fileName } from './file-name'

/**
 * The charts of a part of the page, each as SVG and as PNG; what draws them is loaded with the menu. `say`: what
 * somebody hears who cannot see it, given what is read of the chart.
 */
export async function chartItems(
  part: HTMLElement | null,
  id: string,
  say: (reading: string) => string,
): Promise<ExportItem[]> {
  if (part === null) return []
  const [{ chartsOf, chartSvg }, { pngOf }] = await Promise.all([import('./chart-picture'), import('./picture-pixels')])
  return chartsOf(part).flatMap(({ title, figure }) => {
    const draw = () => {
      const reading = figure.querySelector('[role=slider]')?.getAttribute('aria-valuetext') ?? ''
      return chartSvg(figure, title, say(reading))
    }
    const svg = async () => new Blob([draw()], { type: 'image/svg+xml' })
    return [
      { label: title, filename: fileName([id, title], 'svg'), make: svg },
      { label: title, filename: fileName([id, title], 'png'), make: async () => pngOf(draw()) },
    ]
  })
}
