import { memo } from 'react'
import { formatPercent } from '@/components/plot/format-number'
import { ScrollGroup } from '@/components/ui/scroll-group'
import { confusionOf } from '@/lib/training/look/judgement'
import type { Judgement } from '@/lib/training/look/look-protocol'

interface ConfusionTableProps {
  judgement: Pick<Judgement, 'labels' | 'said'>
  classes: readonly string[]
}

/** Who is taken for whom, image by image: the picture is a table. Darker is more of a class. */
export const ConfusionTable = memo(function ConfusionTable({ judgement, classes }: ConfusionTableProps) {
  const { labels, said } = judgement
  const counts = confusionOf(labels, said.classes, classes.length)
  return (
    <ScrollGroup label="Confusion matrix" className="relative overflow-x-auto">
      <table className="w-full min-w-[21rem] table-fixed border-separate border-spacing-0.5 text-center text-xs tabular-nums @2xl:text-sm">
        <caption className="pb-2 text-left font-semibold">
          Confusion matrix: what the images of the row were taken for
        </caption>
        <thead>
          <tr className="align-bottom text-muted text-xs">
            <th scope="col" className="w-[5.5rem] text-left font-medium @2xl:w-28">
              is
            </th>
            {classes.map((name) => (
              <th key={name} scope="col" className="h-20 px-0 font-medium">
                <span className="inline-block max-h-20 rotate-180 [writing-mode:vertical-rl]">{name}</span>
              </th>
            ))}
            <th scope="col" className="w-10 text-right font-medium @2xl:w-14">
              right
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map((row, is) => {
            const all = row.reduce((sum, count) => sum + count, 0)
            return (
              <tr key={classes[is]}>
                <th scope="row" className="pr-1 text-left font-medium text-muted text-xs">
                  {classes[is]}
                </th>
                {row.map((count, taken) => (
                  <td
                    key={classes[taken]}
                    className="rounded-[3px] py-1"
                    style={{
                      background: `color-mix(in oklab, var(${is === taken ? '--act-relu' : '--act-swish'}) ${all > 0 ? Math.round((40 * count) / all) : 0}%, var(--surface))`,
                    }}
                  >
                    {count}
                  </td>
                ))}
                <td className="text-right text-muted">{all > 0 ? formatPercent((row[is] ?? 0) / all, 0) : '–'}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollGroup>
  )
})
