import type { ChartSeries } from './chart-series'

interface ChartLegendProps {
  series: readonly ChartSeries[]
  /** What each series is worth where the cursor stands, or at its end. */
  values: readonly string[]
}

/** Names, line styles and the values being read; its height does not change while it is read, nor when the first comes. */
export function ChartLegend({ series, values }: ChartLegendProps) {
  return (
    <ul className="flex min-h-5 list-none flex-wrap gap-x-5 gap-y-1 p-0 text-sm">
      {series.map(({ id, label, color, dash }, index) => (
        <li key={id} className="m-0 flex items-center gap-2">
          <svg aria-hidden="true" width={22} height={8} className="shrink-0">
            <line x1={0} x2={22} y1={4} y2={4} stroke={color} strokeWidth={3} strokeDasharray={dash} />
          </svg>
          <span>{label}</span>
          <span className="min-w-14 text-muted tabular-nums">{values[index]}</span>
        </li>
      ))}
    </ul>
  )
}
