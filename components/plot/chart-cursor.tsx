import type { PlotArea } from './plot-area'

interface ChartCursorProps {
  /** In pixels from the left edge. */
  at: number
  area: PlotArea
  /** Where it meets the curves, in pixels from the upper edge. */
  dots: readonly { id: string; y: number; color: string }[]
  /** What is read there, on the axis. */
  label: string
}

/** Where values are read: a line through the curves, a dot on each, and the place written on the axis, over its ticks. */
export function ChartCursor({ at, area, dots, label }: ChartCursorProps) {
  const bottom = area.top + area.height
  return (
    <g>
      <line x1={at} x2={at} y1={area.top} y2={bottom} stroke="var(--ink)" strokeWidth={1} />
      {dots.map(({ id, y, color }) => (
        <circle key={id} cx={at} cy={y} r={4.5} fill={color} stroke="var(--surface)" strokeWidth={1.5} />
      ))}
      <text
        x={at}
        y={bottom + 18}
        textAnchor="middle"
        fontSize={12}
        fill="var(--ink)"
        stroke="var(--surface)"
        strokeWidth={6}
        paintOrder="stroke"
      >
        {label}
      </text>
    </g>
  )
}
