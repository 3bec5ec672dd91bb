import { RefreshCw, Zap } from 'lucide-react'
import type { ReactNode } from 'react'

const KINDS = {
  trains: { Icon: RefreshCw, words: 'Changes the model: trains again' },
  reads: { Icon: Zap, words: 'Reads it differently: at once' },
} as const

interface ChangeGroupProps {
  kind: keyof typeof KINDS
  children: ReactNode
  className?: string
}

/** Settings that are changed at one price; the words stand above them once, the sign before each. */
export function ChangeGroup({ kind, children, className = '' }: ChangeGroupProps) {
  const { Icon, words } = KINDS[kind]
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="mb-3 flex items-center gap-2 p-0 font-semibold text-sm">
        <Icon aria-hidden="true" className="size-4 shrink-0 text-accent" />
        {words}
      </legend>
      <div className={className}>{children}</div>
    </fieldset>
  )
}

/** One of them; `className` puts the sign beside its name. */
export function Changes({ kind, children, className = 'mt-2.5' }: ChangeGroupProps) {
  const { Icon } = KINDS[kind]
  return (
    <div className="grid grid-cols-[0.875rem_minmax(0,1fr)] gap-x-2">
      <Icon aria-hidden="true" className={`size-3.5 text-muted ${className}`} />
      <div className="min-w-0">{children}</div>
    </div>
  )
}
