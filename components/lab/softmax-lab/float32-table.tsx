import { formatNumber } from '@/components/plot/format-number'
import { ScrollGroup } from '@/components/ui/scroll-group'
import { classKey } from './probability-bars'
import type { Float32Steps } from './softmax-maths'

interface Float32TableProps {
  steps: Float32Steps
  maxFirst: boolean
}

/** The same formula in the arithmetic that networks use, step by step. */
export function Float32Table({ steps, maxFirst }: Float32TableProps) {
  const { exponents, powers, sum, probabilities } = steps
  const broken = probabilities.some(Number.isNaN)
  return (
    <div className="flex flex-col gap-2">
      <ScrollGroup label="Softmax in float32" className="relative overflow-x-auto">
        <table className="w-full border-collapse text-right text-sm tabular-nums">
          <caption className="pb-1 text-left font-semibold">
            In float32, {maxFirst ? 'the largest taken off first' : 'as the formula is written'}
          </caption>
          <thead>
            <tr className="border-line border-b text-muted">
              <th scope="col" className="py-1 pr-3 text-left font-medium">
                Class
              </th>
              <th scope="col" className="py-1 pr-3 font-medium">
                exponent
              </th>
              <th scope="col" className="py-1 pr-3 font-medium">
                e to it
              </th>
              <th scope="col" className="py-1 font-medium">
                divided by their sum
              </th>
            </tr>
          </thead>
          <tbody>
            {exponents.map((exponent, index) => (
              <tr key={classKey(index)} className="border-line border-b">
                <th scope="row" className="py-1 pr-3 text-left font-normal">
                  {index + 1}
                </th>
                <td className="py-1 pr-3">{formatNumber(exponent, 6)}</td>
                <td className="py-1 pr-3">{formatNumber(powers[index] ?? 0, 5)}</td>
                <td className="py-1">{formatNumber(probabilities[index] ?? 0, 6)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollGroup>
      <p className={broken ? 'm-0 text-bad text-sm' : 'm-0 text-muted text-sm'}>
        {broken
          ? sum === 0
            ? 'Every power is smaller than the smallest float32, so their sum is 0, and 0 ÷ 0 is no number.'
            : 'A power is larger than the largest float32, so it is ∞, and ∞ ÷ ∞ is no number.'
          : maxFirst
            ? 'The largest exponent is 0, so no power is above 1 and their sum is at least 1: nothing can overflow.'
            : 'It goes well for now. Shift the logits up past 88, or down past −104, and look again.'}
      </p>
    </div>
  )
}
