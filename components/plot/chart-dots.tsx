import { memo } from 'react'
import type { ChartPoint } from './chart-series'
import type { PlotArea } from './plot-area'
import type { Scale } from './scale'

interface ChartDotsProps {
  dots: readonly ChartPoint[]
  x: Scale
  y: Scale
  area: PlotArea
}

/** Hundreds of points as one path: where many lie they are darker. Drawn again only when the points or the axes change. */
export const ChartDots = memo(function ChartDots({ dots, x, y, area }: ChartDotsProps) {
  const path = dots
    .map(([px, py]) => {
      const [left, top] = [area.left + x.place(px) * area.width, area.top + (1 - y.place(py)) * area.height]
      return `M${left.toFixed(1)} ${top.toFixed(1)}h0`
    })
    .join('')
  // A stroke of no length with round ends is a dot.
  return <path d={path} stroke="var(--muted)" strokeOpacity={0.55} strokeWidth={4} strokeLinecap="round" />
}, isSamePicture)

function isSamePicture(before: ChartDotsProps, after: ChartDotsProps): boolean {
  const key = ({ x, y, area }: ChartDotsProps) => [x.low, x.high, y.kind, y.low, y.high, area.width, area.height].join()
  return before.dots === after.dots && key(before) === key(after)
}
