import { formatNumber } from '@/components/plot/format-number'
import { ScrollGroup } from '@/components/ui/scroll-group'
import { NameInMaths } from './equation'
import type { NetworkPlan } from './network-plan'
import { nameOf } from './network-plan'
import type { TapeRun } from './tape-run'

interface CheckTableProps {
  run: TapeRun
  plan: NetworkPlan
  differences: ReadonlyMap<string, number>
}

/** The error of a difference over 0.001 is far below this, unless there is a kink in between. */
const AGREES = 1e-6

/** Each gradient beside the one that comes of computing the loss with a little more and a little less. */
export function CheckTable({ run, plan, differences }: CheckTableProps) {
  const rows = [...differences].map(([id, difference]) => {
    const gradient = run.gradients.get(id) ?? Number.NaN
    return { id, gradient, difference, off: Math.abs(gradient - difference) }
  })
  const apart = rows.filter(({ off }) => !(off < AGREES))
  return (
    <div className="flex flex-col gap-2">
      <p className="m-0 text-sm">
        {apart.length === 0
          ? `All ${rows.length} gradients agree with differences to better than a millionth.`
          : `${apart.length} of ${rows.length} gradients differ: a kink of an activation or of the loss lies within the little that was added and taken away, or exactly where we stand.`}
      </p>
      <ScrollGroup label="Gradients and differences" className="max-h-72 overflow-auto">
        <table className="w-full border-collapse text-left text-sm tabular-nums">
          <caption className="sr-only">Gradients and differences</caption>
          <thead className="sticky top-0 bg-surface">
            <tr>
              {['∂L/∂ of', 'backward', 'by differences', 'apart by'].map((head) => (
                <th key={head} scope="col" className="border-line border-b py-1.5 pr-4 font-medium">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, gradient, difference, off }) => (
              <tr key={id} className="border-line border-b">
                <th scope="row" className="py-1 pr-4 font-normal">
                  <span className="sr-only">{nameOf(plan, id).words}</span>
                  <span aria-hidden="true">
                    <NameInMaths name={nameOf(plan, id)} />
                  </span>
                </th>
                <td className="py-1 pr-4">{formatNumber(gradient, 10)}</td>
                <td className="py-1 pr-4">{formatNumber(difference, 10)}</td>
                <td className={off < AGREES ? 'py-1' : 'py-1 font-semibold text-warn'}>{formatNumber(off, 2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollGroup>
    </div>
  )
}
