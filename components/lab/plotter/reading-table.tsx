import { formatNumber } from '@/components/plot/format-number'
import type { PlotterCurve } from './curves'

interface ReadingTableProps {
  curves: readonly PlotterCurve[]
  x: number
}

/** Exactly what each function is worth where the cursor stands, in double precision. */
export function ReadingTable({ curves, x }: ReadingTableProps) {
  return (
    <table className="w-full border-collapse text-left text-sm tabular-nums">
      <caption className="pb-1 text-left font-semibold">At x = {formatNumber(x, 12)}</caption>
      <thead>
        <tr className="border-line border-b text-muted">
          <th scope="col" className="py-1 pr-3 font-medium">
            Function
          </th>
          <th scope="col" className="w-[30%] py-1 pr-3 text-right font-medium italic">
            f(x)
          </th>
          <th scope="col" className="w-[30%] py-1 text-right font-medium italic">
            f′(x)
          </th>
        </tr>
      </thead>
      <tbody>
        {curves.map((curve) => (
          <tr key={curve.id} className="border-line border-b">
            <th scope="row" className="py-1 pr-3 font-normal">
              <CurveName curve={curve} />
            </th>
            <td className="py-1 pr-3 text-right">{formatNumber(curve.value(x), 8)}</td>
            <td className="py-1 text-right">{formatNumber(curve.slope(x), 8)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Told by colour, by the line's pattern and by name. */
export function CurveName({
  curve: { label, color, dash },
}: {
  curve: Pick<PlotterCurve, 'label' | 'color' | 'dash'>
}) {
  return (
    <span className="inline-flex items-center gap-2">
      <svg aria-hidden="true" width={22} height={8} className="shrink-0">
        <line x1={0} x2={22} y1={4} y2={4} stroke={color} strokeWidth={3} strokeDasharray={dash} />
      </svg>
      {label}
    </span>
  )
}
