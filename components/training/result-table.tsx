/**
 * A comparison of networks that differ by their activation as a table, and what the numbers do and do not say. How a row
 * comes about is result-rows.ts, how sure one can be accuracy-interval.ts.
 */
import { memo, useId } from 'react'
import { formatNumber, formatPercent } from '@/components/plot/format-number'
import { formatDuration } from '@/components/training/format-duration'
import { ScrollGroup } from '@/components/ui/scroll-group'
import { compareAccuracies, halfWidth } from './accuracy-interval'
import type { ResultRow } from './result-rows'

interface ResultTableProps {
  rows: readonly ResultRow[]
  /** Test images that each accuracy was measured on. */
  testImages: number
}

/** What each activation reached and what it cost, with how sure one can be. */
export const ResultTable = memo(function ResultTable({ rows, testImages }: ResultTableProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <h3 id={id} className="m-0 text-xl">
        Accuracy, time and cost
      </h3>
      <ScrollGroup label="Accuracy, time and cost: table" className="overflow-x-auto">
        <table className="w-full min-w-[44rem] border-collapse text-left text-sm tabular-nums">
          <thead>
            <tr className="[&>th]:border-line-strong [&>th]:border-b [&>th]:py-2 [&>th]:pr-4 [&>th]:align-bottom [&>th]:font-medium">
              <th scope="col">Activation</th>
              <th scope="col">Test accuracy</th>
              <th scope="col">Seeds</th>
              <th scope="col">Time a run</th>
              <th scope="col">Images a second</th>
              <th scope="col">Time an image</th>
              <th scope="col">Multiply-adds an image</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className="[&>*]:border-line [&>*]:border-b [&>*]:py-2.5 [&>*]:pr-4">
                <th scope="row" className="font-medium">
                  <span className="inline-flex items-center gap-2">
                    <svg aria-hidden="true" width={22} height={8}>
                      <line
                        x1={0}
                        x2={22}
                        y1={4}
                        y2={4}
                        stroke={row.color}
                        strokeWidth={3}
                        strokeDasharray={row.dash}
                      />
                    </svg>
                    {row.label}
                  </span>
                </th>
                <td>{accuracyText(row, testImages)}</td>
                <td>{seedsText(row)}</td>
                <td>{row.elapsedMs === null ? '–' : formatDuration(row.elapsedMs)}</td>
                <td>{row.imagesPerSecond === null ? '–' : formatNumber(row.imagesPerSecond, 3)}</td>
                <td>{row.relativeCost === null ? '–' : `${row.relativeCost.toFixed(2)} ×`}</td>
                <td>{row.multiplyAdds === null ? '–' : `${(row.multiplyAdds / 1e6).toFixed(2)} million`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollGroup>
      <Reading rows={rows} testImages={testImages} />
    </section>
  )
})

function accuracyText({ accuracy, lowest, highest, seeds }: ResultRow, testImages: number): string {
  if (accuracy === null) return '–'
  const interval = `${formatPercent(accuracy)} ± ${(halfWidth(accuracy, testImages) * 100).toFixed(1)}`
  if (seeds < 2 || lowest === null || highest === null) return interval
  return `${interval} (seeds ${(lowest * 100).toFixed(1)} to ${(highest * 100).toFixed(1)})`
}

function seedsText({ seeds, diverged }: ResultRow): string {
  return diverged > 0 ? `${seeds} (${diverged} diverged)` : String(seeds)
}

/** What the numbers do and do not say. */
function Reading({ rows, testImages }: ResultTableProps) {
  const scores = rows.flatMap(({ label, accuracy }) => (accuracy === null ? [] : [{ name: label, accuracy }]))
  const comparison = compareAccuracies(scores, testImages)
  const seeds = Math.min(...rows.map((row) => row.seeds))
  const points = (share: number) => `${(share * 100).toFixed(1)} points`
  return (
    <ul className="flex list-disc flex-col gap-1 pl-5 text-muted text-sm">
      {comparison && scores.length === rows.length ? (
        <li className="text-ink">
          {comparison.best} leads {comparison.worst} by {points(comparison.difference)};{' '}
          {comparison.difference < comparison.resolution
            ? `${formatNumber(testImages)} test images cannot tell apart less than about ${points(comparison.resolution)}, so this is no clear difference.`
            : `that is more than the ${points(comparison.resolution)} that ${formatNumber(testImages)} test images leave open. Other seeds may still say otherwise.`}
        </li>
      ) : null}
      <li>
        ± is the 95 % half-width that comes from having {formatNumber(testImages)} test images, and from nothing else.
      </li>
      <li>
        {seeds < 2
          ? 'One seed is one draw: another start and another order of the images can move each accuracy by a point or two.'
          : `${seeds} seeds each: the spread in brackets is what the start and the order of the images do.`}
      </li>
      <li>
        Multiply-adds count the convolutions and the last layer, forward and backward, and are the same whatever the
        activation. The time an image takes, relative to {rows[0]?.label} in this tab, does count it.
      </li>
      <li>
        ReLU’s time depends on the data: where a unit is silent its gradient is exactly zero, and this engine leaves
        such places out on the way back. Part of ReLU’s lead is that discount, and no price of the others. Linear
        computes nothing and skips nothing, so it tells the two apart.
      </li>
      <li>
        Times are this tab's, and whatever else the machine does at the moment counts against the activation that trains
        then: close other work and run several seeds before you call one slower.
      </li>
    </ul>
  )
}
