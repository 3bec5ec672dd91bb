'use client'

import { useId, useState } from 'react'
import { classNames } from '@/components/ui/class-names'
import { parseNumber } from '@/components/ui/parse-number'

interface CompactNumberProps {
  /** Read out, not shown. */
  label: string
  value: number
  min: number
  max: number
  whole?: boolean
  onChange: (value: number) => void
}

/** A number in a row of other controls, typed: what can be used counts at once, what cannot is marked and explained. */
export function CompactNumber({ label, value, min, max, whole = false, onChange }: CompactNumberProps) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const parsed = typed === null ? { value } : parseNumber(typed, { min, max, whole })
  const problem = 'problem' in parsed ? parsed.problem : null
  return (
    <span className="relative inline-flex">
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? id : undefined}
        value={typed ?? String(value)}
        onChange={(event) => {
          setTyped(event.target.value)
          const now = parseNumber(event.target.value, { min, max, whole })
          if ('value' in now) onChange(now.value)
        }}
        onBlur={() => setTyped(null)}
        className={classNames(
          'min-h-9 w-14 rounded-control border bg-surface px-1 text-center text-ink text-sm tabular-nums',
          problem ? 'border-bad' : 'border-line-strong',
        )}
      />
      {problem ? (
        <span
          id={id}
          role="alert"
          className="absolute top-full right-0 z-10 mt-1 w-48 rounded-control border border-bad bg-surface p-2 text-bad text-xs"
        >
          {problem}
        </span>
      ) : null}
    </span>
  )
}
