'use client'

/**
 * A number that is typed or counted up and down, in one low row: for wholes and for what has no need of a line to be drawn
 * along (ui/number-slider.tsx). What can be used counts at once; what cannot is marked, and explained below.
 */
import { Minus, Plus } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { classNames } from '@/components/ui/class-names'
import { parseNumber } from '@/components/ui/parse-number'

interface CompactNumberProps {
  /** Read out; `NumberRow` shows it too. */
  label: string
  value: number
  min: number
  max: number
  /** Of the buttons and the arrow keys; without one there are no buttons. */
  step?: number
  whole?: boolean
  onChange: (value: number) => void
  hint?: string
}

export function CompactNumber({ label, value, min, max, step, whole = false, onChange, hint }: CompactNumberProps) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const parsed = typed === null ? { value } : parseNumber(typed, { min, max, whole })
  const problem = 'problem' in parsed ? parsed.problem : null
  function nudge(direction: 1 | -1) {
    if (step === undefined) return
    setTyped(null)
    // To the next multiple of the step: from 33 by tens to 40, not to 43.
    const place = value / step
    const next = direction > 0 ? Math.floor(place + 1e-9) + 1 : Math.ceil(place - 1e-9) - 1
    onChange(Math.min(max, Math.max(min, Number((next * step).toPrecision(6)))))
  }
  return (
    <span className="relative inline-flex items-center">
      {step === undefined ? null : (
        <IconButton label={`${label}: less`} off={value <= min} onPress={() => nudge(-1)}>
          <Minus />
        </IconButton>
      )}
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        aria-describedby={[hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].join(' ').trim() || undefined}
        value={typed ?? String(value)}
        onChange={(event) => {
          setTyped(event.target.value)
          const now = parseNumber(event.target.value, { min, max, whole })
          if ('value' in now) onChange(now.value)
        }}
        onBlur={() => setTyped(null)}
        onKeyDown={(event) => {
          if (step === undefined || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
          event.preventDefault()
          nudge(event.key === 'ArrowUp' ? 1 : -1)
        }}
        className={classNames(
          'min-h-8 w-13 rounded-control border bg-surface px-1 text-center text-ink text-sm tabular-nums',
          problem ? 'border-bad' : 'border-line-strong',
        )}
      />
      {step === undefined ? null : (
        <IconButton label={`${label}: more`} off={value >= max} onPress={() => nudge(1)}>
          <Plus />
        </IconButton>
      )}
      {hint ? (
        <span id={`${id}-hint`} className="sr-only">
          {hint}
        </span>
      ) : null}
      {problem ? (
        <span
          id={`${id}-problem`}
          role="alert"
          className="absolute top-full right-0 z-10 mt-1 w-48 rounded-control border border-bad bg-surface p-2 text-bad text-xs"
        >
          {problem}
        </span>
      ) : null}
    </span>
  )
}

/** With its name before it. */
export function NumberRow(props: CompactNumberProps & { step: number }) {
  return (
    <div className="flex min-h-8 items-center justify-between gap-2 text-sm">
      <span aria-hidden="true">{props.label}</span>
      <CompactNumber {...props} />
    </div>
  )
}

interface IconButtonProps {
  label: string
  off?: boolean
  onPress: () => void
  children: ReactNode
}

export function IconButton({ label, off = false, onPress, children }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={off || undefined}
      onClick={off ? undefined : onPress}
      className="inline-flex size-8 items-center justify-center rounded-control text-muted hover:bg-sunken hover:text-ink aria-disabled:opacity-40 [&_svg]:size-4"
    >
      <span aria-hidden="true" className="contents">
        {children}
      </span>
    </button>
  )
}
