/** Short readings side by side, as many in a row as fit. */
export function Numbers({ rows }: { rows: [label: string, text: string][] }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-4 gap-y-1 tabular-nums">
      {rows.map(([label, text]) => (
        <div key={label}>
          <dt className="text-muted text-xs">{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
