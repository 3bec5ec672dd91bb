import { ScrollGroup } from '@/components/ui/scroll-group'

interface PlainTableProps {
  caption: string
  /** Of the columns behind the first; all different. */
  head: readonly string[]
  rows: readonly { name: string; cells: readonly string[] }[]
}

/** A few numbers that are always in sight. */
export function PlainTable({ caption, head, rows }: PlainTableProps) {
  return (
    <ScrollGroup label={caption} className="relative overflow-x-auto">
      <table className="w-full border-collapse text-right text-sm tabular-nums">
        <caption className="pb-1 text-left font-semibold">{caption}</caption>
        <thead>
          <tr className="border-line border-b text-muted">
            <td />
            {head.map((name) => (
              <th key={name} scope="col" className="py-1 pl-3 align-bottom font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name} className="border-line border-b">
              <th scope="row" className="py-1.5 text-left font-normal">
                {name}
              </th>
              {head.map((column, at) => (
                <td key={column} className="whitespace-nowrap py-1.5 pl-3">
                  {cells[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollGroup>
  )
}
