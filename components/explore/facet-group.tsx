import type { FacetValue } from './facets'

interface FacetGroupProps {
  /** Of the form's field, and of the address's parameter. */
  name: string
  title: string
  values: readonly FacetValue[]
  chosen: readonly string[]
  countOf: (value: string) => number
  onToggle: (value: string) => void
}

/** More than these are folded away, those that are chosen excepted. */
const SHOWN = 9

/** One facet: boxes to tick, each with how much it would leave. */
export function FacetGroup({ name, title, values, chosen, countOf, onToggle }: FacetGroupProps) {
  if (values.length === 0) return null
  const first = values.filter(({ value }, index) => index < SHOWN || chosen.includes(value))
  const rest = values.filter((value) => !first.includes(value))
  const box = ({ value, label }: FacetValue) => (
    <FacetBox
      key={value}
      name={name}
      value={value}
      label={label}
      checked={chosen.includes(value)}
      count={countOf(value)}
      onToggle={() => onToggle(value)}
    />
  )
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold text-sm">{title}</legend>
      {first.map(box)}
      {rest.length === 0 ? null : (
        <details>
          <summary className="min-h-9 py-1.5 text-accent text-sm">{rest.length} more</summary>
          {rest.map(box)}
        </details>
      )}
    </fieldset>
  )
}

interface FacetBoxProps {
  name: string
  value: string
  label: string
  checked: boolean
  count: number | null
  onToggle: () => void
}

export function FacetBox({ name, value, label, checked, count, onToggle }: FacetBoxProps) {
  return (
    <label className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-control px-1.5 text-[0.95rem] hover:bg-sunken dark:hover:bg-line">
      <input
        type="checkbox"
        name={name}
        value={value}
        checked={checked}
        onChange={onToggle}
        className="size-4.5 shrink-0 accent-accent"
      />
      <span className="min-w-0 first-letter:uppercase">{label}</span>
      {count === null ? null : (
        <span className="ml-auto pl-2 text-muted text-sm tabular-nums">
          <span className="sr-only">, </span>
          {count}
        </span>
      )}
    </label>
  )
}
