'use client'

import { type InputHTMLAttributes, type ReactNode, useId } from 'react'
import { classNames } from './class-names'

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string
  /** What to enter, shown before anything went wrong. */
  hint?: string
  /** What is wrong and what to do; announced and tied to the input. */
  error?: string | null
  /** A control inside the field's right edge, such as "show password". */
  trailing?: ReactNode
}

export function TextField({ label, hint, error, trailing, className, ...input }: TextFieldProps) {
  const id = useId()
  const describedBy = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(' ')
  return (
    <div className={classNames('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      <div className="relative">
        <input
          {...input}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy || undefined}
          className={classNames(
            'min-h-11 w-full rounded-control border bg-surface px-3 text-base text-ink placeholder:text-faint',
            error ? 'border-bad' : 'border-line-strong',
            trailing ? 'pr-14' : false,
          )}
        />
        {trailing ? <div className="absolute inset-y-0 right-1 flex items-center">{trailing}</div> : null}
      </div>
      {hint ? (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} role="alert" className="text-bad text-sm">
          {error}
        </p>
      ) : null}
    </div>
  )
}
