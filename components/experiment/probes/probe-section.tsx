import type { ReactNode } from 'react'
import { ChartTable } from '@/components/plot/chart-table'

interface ProbeSectionProps {
  title: string
  /** What the numbers are, exactly. */
  definition: ReactNode
  /** The same numbers as a table. */
  head: readonly string[]
  rows: () => (readonly string[])[]
  children: ReactNode
}

/** One probe: its name, its definition, its picture, and the numbers of the picture. No landmark: a page has many of one name. */
export function ProbeSection({ title, definition, head, rows, children }: ProbeSectionProps) {
  return (
    <figure aria-label={title} className="flex flex-col gap-2">
      <div>
        <p className="font-medium">{title}</p>
        <p className="text-muted text-xs">{definition}</p>
      </div>
      {children}
      <ChartTable
        title={title}
        head={head}
        rows={() =>
          rows().map((cells) => (
            <tr key={cells.join(' ')}>
              <th scope="row" className="py-1 pr-4 font-normal text-muted">
                {cells[0]}
              </th>
              {head.slice(1).map((column, i) => (
                <td key={column} className="py-1 pr-4">
                  {cells[i + 1]}
                </td>
              ))}
            </tr>
          ))
        }
      />
    </figure>
  )
}
