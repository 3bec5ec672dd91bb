'use client'

/**
 * One number, set in whichever way is at hand: typed exactly, or drawn along a line by mouse, finger or arrow keys. What is
 * typed counts with Enter or when the field is left, since "1" on the way to "1e-3" is not meant; what cannot be used is
 * left as typed, with a sentence on what to write.
 */
import { useId, useState } from 'react'
import { classNames } from './class-names'
import { parseNumber } from './parse-number'

interface NumberSliderProps {
  label: string
  value: number
  min: number
  max: number
  /** Of the slider and the arrow keys; what is typed may lie between. */
  step: number
  onChange: (value: number) => void
  /** Equal ratios are equally far apart, for rates and temperatures; `min` must then be above 0, `step` is left out of it. */
  logarithmic?: boolean
  whole?: boolean
  hint?: string
  disabled?: boolean
}

/** Steps of a logarithmic slider from end to end. */
const NOTCHES = 120

export function NumberSlider(props: NumberSliderProps) {
  const { label, value, min, max, step, onChange, logarithmic = false, whole = false, hint, disabled } = props
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const place = logarithmic ? (Math.log(value / min) / Math.log(max / min)) * NOTCHES : value
  const valueAt = (at: number) => (logarithmic ? rounded(min * (max / min) ** (at / NOTCHES)) : at)

  function type(text: string | null) {
    setTyped(text)
    setProblem(null)
  }
  function commit() {
    if (typed === null) return
    const parsed = parseNumber(typed, { min, max, whole })
    if ('problem' in parsed) return setProblem(parsed.problem)
    type(null)
    if (parsed.value !== value) onChange(parsed.value)
  }
  function nudge(direction: 1 | -1) {
    type(null)
    const next = logarithmic ? valueAt(Math.round(place) + direction) : rounded(value + direction * step)
    onChange(Math.min(max, Math.max(min, next)))
  }

  return (
    <div className="flex min-w-0 flex-col">
      <div className="flex items-center justify-between gap-3 text-sm">
        <label htmlFor={id} className="min-w-0 font-medium">
          {label}
        </label>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={typed ?? spell(value)}
          disabled={disabled}
          aria-invalid={problem ? true : undefined}
          aria-describedby={[hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].join(' ').trim() || undefined}
          onChange={(event) => type(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Escape') type(null)
            if (event.key === 'Enter') commit()
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
            event.preventDefault()
            nudge(event.key === 'ArrowUp' ? 1 : -1)
          }}
          className={classNames(
            'min-h-9 w-24 shrink-0 rounded-control border bg-surface px-2 text-right text-ink tabular-nums disabled:cursor-not-allowed disabled:opacity-60',
            problem ? 'border-bad' : 'border-line-strong',
          )}
        />
      </div>
      <input
        type="range"
        aria-label={`${label}, slider`}
        aria-valuetext={String(value)}
        min={logarithmic ? 0 : min}
        max={logarithmic ? NOTCHES : max}
        step={logarithmic ? 'any' : step}
        value={place}
        disabled={disabled}
        onChange={(event) => {
          type(null)
          onChange(Math.min(max, Math.max(min, valueAt(event.target.valueAsNumber))))
        }}
        className="h-9 w-full cursor-pointer accent-accent disabled:cursor-not-allowed disabled:opacity-60"
      />
      {hint ? (
        <p id={`${id}-hint`} className="text-muted text-xs">
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p id={`${id}-problem`} role="alert" className="text-bad text-sm">
          {problem}
        </p>
      ) : null}
    </div>
  )
}

/** As much of it as fits the field. */
function spell(value: number): string {
  return String(Number(value.toPrecision(7))).replace('-', '−')
}

/** Three significant digits for what a hand sets; 0.1 + 0.2 is 0.3. */
function rounded(value: number): number {
  const digits = Math.abs(value) < 1 ? 3 : Math.max(3, Math.ceil(Math.log10(Math.abs(value) + 1)) + 2)
  return Number(value.toPrecision(digits))
}
