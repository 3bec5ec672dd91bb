'use client'

import { useId } from 'react'
import { classNames } from './class-names'

interface SelectFieldProps<Value extends string> {
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
  disabled?: boolean
  /** In a row of other controls: a lower box, and the label is read out, not shown. */
  compact?: boolean
}

/** The platform's own select: the one list box every phone and screen reader already knows. */
export function SelectField<Value extends string>({
  label,
  value,
  options,
  onChange,
  disabled,
  compact = false,
}: SelectFieldProps<Value>) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className={compact ? 'sr-only' : 'font-medium text-sm'}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
        className={classNames(
          'w-full text-ellipsis rounded-control border border-line-strong bg-surface text-ink disabled:cursor-not-allowed disabled:opacity-60',
          compact ? 'min-h-9 px-2 text-sm' : 'min-h-11 px-3 text-base',
        )}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
