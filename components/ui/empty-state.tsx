import type { ReactNode } from 'react'

interface EmptyStateProps {
  title: string
  /** One sentence on what will stand here, and when. */
  children?: ReactNode
  /** The one thing to do next. */
  action?: ReactNode
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-card border border-line-strong border-dashed px-6 py-10 text-center">
      <p className="font-semibold font-serif text-xl">{title}</p>
      {children ? <div className="max-w-prose text-balance text-muted">{children}</div> : null}
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  )
}
