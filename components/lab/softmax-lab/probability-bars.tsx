import { classColor } from '@/components/plot/class-colors'
import { formatNumber, formatPercent } from '@/components/plot/format-number'

interface ProbabilityBarsProps {
  title: string
  /** What stands behind each class: its logit, or its first probability. */
  inputs: readonly number[]
  inputName: string
  probabilities: readonly number[]
  answer: number
}

/** A bar a class, and the numbers as a table in the same place: the bars are its last column. */
export function ProbabilityBars({ title, inputs, inputName, probabilities, answer }: ProbabilityBarsProps) {
  return (
    <table className="w-full border-collapse text-left text-sm tabular-nums">
      <caption className="pb-1 text-left font-semibold">{title}</caption>
      <thead>
        <tr className="border-line border-b text-muted">
          <th scope="col" className="py-1 pr-3 font-medium">
            Class
          </th>
          <th scope="col" className="w-20 py-1 pr-3 text-right font-medium">
            {inputName}
          </th>
          <th scope="col" className="w-28 py-1 pr-3 text-right font-medium">
            Probability
          </th>
          <td className="w-2/5" />
        </tr>
      </thead>
      <tbody>
        {probabilities.map((probability, index) => (
          <tr key={classKey(index)} className="border-line border-b">
            <th scope="row" className="whitespace-nowrap py-1.5 pr-3 font-normal">
              {index + 1}
              {index === answer ? <span className="text-good"> · right</span> : null}
            </th>
            <td className="py-1.5 pr-3 text-right">{formatNumber(inputs[index] ?? 0, 5)}</td>
            <td className="py-1.5 pr-3 text-right">{formatNumber(probability, 6)}</td>
            <td aria-hidden="true" className="py-1.5">
              <div className="h-4 rounded-[3px] bg-sunken">
                <div
                  title={formatPercent(probability)}
                  className="h-full min-w-px rounded-[3px] forced-color-adjust-none"
                  style={{ width: `${probability * 100}%`, background: classColor(index) }}
                />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Classes have no name but their place. */
export const classKey = (index: number) => `class ${index + 1}`
