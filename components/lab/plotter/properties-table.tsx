import { formatNumber } from '@/components/plot/format-number'
import { ScrollGroup } from '@/components/ui/scroll-group'
import type { ActivationRange } from '@/lib/engine'
import type { PlotterCurve } from './curves'
import { CurveName } from './reading-table'

interface PropertiesTableProps {
  curves: readonly PlotterCurve[]
  /** Puts the cursor there. */
  onX: (x: number) => void
}

/** What each curve is like, and the places that are marked on it: a press leads there. */
export function PropertiesTable({ curves, onX }: PropertiesTableProps) {
  return (
    <ScrollGroup label="What the functions are like" className="relative overflow-x-auto">
      <table className="w-full min-w-[34rem] border-collapse text-left text-sm tabular-nums">
        <caption className="pb-1 text-left font-semibold">What they are like</caption>
        <thead>
          <tr className="border-line border-b text-muted">
            {['Function', 'Range', 'Minimum', 'Kinks', 'Saturated'].map((name) => (
              <th key={name} scope="col" className="py-1 pr-4 font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {curves.map((curve) => {
            const { minimum, breaks, flat } = curve.features
            return (
              <tr key={curve.id} className="border-line border-b align-top">
                <th scope="row" className="py-1.5 pr-4 font-normal">
                  <CurveName curve={curve} />
                </th>
                <td className="whitespace-nowrap py-1.5 pr-4">{rangeText(curve.range)}</td>
                <td className="whitespace-nowrap py-1.5 pr-4">
                  {minimum.attained === 'inside' ? (
                    <>
                      {formatNumber(minimum.value, 7)} at <Place x={minimum.at} onX={onX} />
                    </>
                  ) : (
                    'none'
                  )}
                </td>
                <td className="py-1.5 pr-4">
                  {breaks.length === 0 ? 'none' : null}
                  <span className="flex flex-wrap gap-x-2">
                    {breaks.slice(0, 8).map(({ x }) => (
                      <Place key={x} x={x} onX={onX} />
                    ))}
                    {breaks.length > 8 ? `and ${breaks.length - 8} more` : null}
                  </span>
                </td>
                <td className="py-1.5">
                  {flat.left === null && flat.right === null ? 'nowhere' : null}
                  <span className="flex flex-wrap gap-x-2">
                    {flat.left === null ? null : (
                      <span className="whitespace-nowrap">
                        x &lt; <Place x={flat.left} onX={onX} />
                      </span>
                    )}
                    {flat.right === null ? null : (
                      <span className="whitespace-nowrap">
                        x &gt; <Place x={flat.right} onX={onX} />
                      </span>
                    )}
                  </span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollGroup>
  )
}

function Place({ x, onX }: { x: number; onX: (x: number) => void }) {
  return (
    <button
      type="button"
      onClick={() => onX(x)}
      className="min-h-6 text-accent underline decoration-1 underline-offset-4 hover:text-accent-strong"
    >
      <span className="sr-only">Go to x = </span>
      {formatNumber(x, 6)}
    </button>
  )
}

/** `[−0.1699712, ∞)` */
function rangeText(range: ActivationRange | null): string {
  if (range === null) return 'not known'
  const { low, high, lowIncluded, highIncluded } = range
  return `${lowIncluded ? '[' : '('}${formatNumber(low, 7)}, ${formatNumber(high, 7)}${highIncluded ? ']' : ')'}`
}
