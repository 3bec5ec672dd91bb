'use client'

import { TextField } from '@/components/ui/text-field'
import type { OwnFunction } from './use-own-function'

interface OwnFunctionFieldProps {
  value: string
  own: OwnFunction
  onChange: (source: string) => void
}

/** Where the learner writes a function; what cannot be read is pointed at, column and all. */
export function OwnFunctionField({ value, own: { problem }, onChange }: OwnFunctionFieldProps) {
  const shown = problem !== null && value.trim() !== ''
  return (
    <div className="flex flex-col gap-1.5">
      <TextField
        label="Your own f(x)"
        hint="Such as x * tanh(softplus(x)) or where(x > 0, x, 0.1 * x)."
        value={value}
        maxLength={400}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        error={shown ? `Column ${problem.column}: ${problem.message}` : null}
      />
      {shown ? <Pointer source={value} column={problem.column} length={problem.length} /> : null}
    </div>
  )
}

/** The text with the faulty part marked; the sentence above says the column to whoever cannot see it. */
function Pointer({ source, column, length }: { source: string; column: number; length: number }) {
  const start = Math.max(0, column - 1 - 18)
  const [before, fault, after] = [
    source.slice(start, column - 1),
    source.slice(column - 1, column - 1 + Math.max(1, length)),
    source.slice(column - 1 + Math.max(1, length)),
  ]
  return (
    <p
      aria-hidden="true"
      className="m-0 overflow-hidden whitespace-pre rounded-control bg-sunken px-3 py-2 font-mono text-sm"
    >
      {start > 0 ? '…' : ''}
      {before}
      <mark className="bg-bad-soft text-bad underline decoration-2 underline-offset-4">{fault || ' '}</mark>
      {after}
    </p>
  )
}
