import { formatNumber } from '@/components/plot/format-number'
import { ScrollGroup } from '@/components/ui/scroll-group'
import { classKey } from './probability-bars'

/** ∂pᵢ/∂zⱼ, darker where it is larger: every row and column adds up to 0, since the probabilities always add up to 1. */
export function JacobianTable({ rows }: { rows: readonly (readonly number[])[] }) {
  const largest = Math.max(1e-12, ...rows.flat().map(Math.abs))
  return (
    <ScrollGroup label="The Jacobian" className="relative overflow-x-auto">
      <table className="w-full border-separate border-spacing-0.5 text-right text-sm tabular-nums">
        <caption className="pb-1 text-left font-semibold">
          The Jacobian: how much p of the row changes with z of the column
        </caption>
        <thead>
          <tr className="text-muted">
            <td />
            {rows.map((_, j) => (
              <th key={classKey(j)} scope="col" className="px-2 font-medium">
                z<sub>{j + 1}</sub>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={classKey(i)}>
              <th scope="row" className="px-2 font-medium text-muted">
                p<sub>{i + 1}</sub>
              </th>
              {row.map((value, j) => (
                <td
                  key={classKey(j)}
                  className="rounded-[3px] px-2 py-1"
                  style={{
                    background: `color-mix(in oklab, var(${value < 0 ? '--act-swish' : '--act-relu'}) ${Math.round((Math.abs(value) / largest) * 30)}%, var(--surface))`,
                  }}
                >
                  {formatNumber(Number(value.toFixed(5)), 4)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollGroup>
  )
}
