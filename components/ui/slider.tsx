'use client'

import { useId } from 'react'

interface SliderProps {
  label: string
  value: number
  min: number
  max: number
  step: number
  onChange: (value: number) => void
  /** The value as a person reads it, e.g. `0.05` or `4,000 images`. */
  format?: (value: number) => string
  disabled?: boolean
}

/** A native range input with its value beside the label; arrow keys, Home and End work as everywhere. */
export function Slider({ label, value, min, max, step, onChange, format = String, disabled }: SliderProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <output htmlFor={id} className="text-muted tabular-nums">
          {format(value)}
        </output>
      </div>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={disabled}
        aria-valuetext={format(value)}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        className="h-11 w-full cursor-pointer accent-accent disabled:cursor-not-allowed disabled:opacity-60"
      />
    </div>
  )
}
