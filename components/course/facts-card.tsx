import type { ReactNode } from 'react'

/** What a course or chapter is in a few rows: level, time, what to bring. */
export function FactsCard({ rows }: { rows: { title: string; value: ReactNode }[] }) {
  return (
    <dl className="grid gap-4 rounded-card border border-line bg-surface p-5 text-[0.95rem]">
      {rows.map(({ title, value }) => (
        <div key={title}>
          <dt className="text-muted text-sm">{title}</dt>
          <dd className="mt-0.5">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
