import type { PlotArea } from './plot-area'
import type { Scale } from './scale'

interface ChartAxesProps {
  x: Scale
  y: Scale
  area: PlotArea
  xLabel: string
  formatX: (value: number) => string
  formatY: (value: number) => string
}

/** Grid and ticks: quiet enough that the curves are seen first. */
export function ChartAxes({ x, y, area, xLabel, formatX, formatY }: ChartAxesProps) {
  const bottom = area.top + area.height
  const right = area.left + area.width
  return (
    <g fontSize={12} fill="var(--muted)" style={{ fontVariantNumeric: 'tabular-nums' }}>
      {y.ticks.map((tick) => {
        const at = bottom - y.place(tick) * area.height
        return (
          <g key={tick}>
            <line x1={area.left} x2={right} y1={at} y2={at} stroke="var(--line)" strokeWidth={1} />
            <text x={area.left - 8} y={at} dy="0.32em" textAnchor="end">
              {formatY(tick)}
            </text>
          </g>
        )
      })}
      <line x1={area.left} x2={right} y1={bottom} y2={bottom} stroke="var(--line-strong)" strokeWidth={1} />
      {x.ticks.map((tick) => {
        const at = area.left + x.place(tick) * area.width
        return (
          <g key={tick}>
            <line x1={at} x2={at} y1={bottom} y2={bottom + 4} stroke="var(--line-strong)" />
            <text x={at} y={bottom + 18} textAnchor={at > right - 12 ? 'end' : 'middle'}>
              {formatX(tick)}
            </text>
          </g>
        )
      })}
      <text x={area.left + area.width / 2} y={bottom + 36} textAnchor="middle">
        {xLabel}
      </text>
    </g>
  )
}
