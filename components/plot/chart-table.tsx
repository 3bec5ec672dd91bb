'use client'

import { type ReactNode, useState } from 'react'
import { ScrollGroup } from '@/components/ui/scroll-group'

interface ChartTableProps {
  /** What the table is of, for its caption. */
  title: string
  /** Fills the table; called only when it is shown, unless `eager`. */
  rows: () => ReactNode
  /** Rendered on the server too, so that it can be read without JavaScript. */
  eager?: boolean
  head: readonly string[]
}

/** The picture's numbers as a table, behind a disclosure under the picture. */
export function ChartTable({ title, rows, head, eager = false }: ChartTableProps) {
  const [open, setOpen] = useState(false)
  return (
    <details className="text-sm" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="inline-flex min-h-9 items-center rounded-control text-muted underline decoration-line-strong underline-offset-4 hover:text-ink">
        Table of values
      </summary>
      {open || eager ? (
        <ScrollGroup label={`${title}: table of values`} className="max-h-72 overflow-auto">
          <table className="w-full border-collapse text-left tabular-nums">
            <caption className="sr-only">{title}</caption>
            <thead className="sticky top-0 bg-surface">
              <tr>
                {head.map((name) => (
                  <th key={name} scope="col" className="border-line border-b py-1.5 pr-4 font-medium">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{rows()}</tbody>
          </table>
        </ScrollGroup>
      ) : null}
    </details>
  )
}
