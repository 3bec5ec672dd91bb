import type { ReactNode } from 'react'

interface ScrollGroupProps {
  label: string
  className: string
  children: ReactNode
}

/**
 * A box whose content scrolls inside it. It is no control and no landmark, yet the keyboard must reach it
 * to scroll (axe: scrollable-region-focusable).
 */
export function ScrollGroup({ label, className, children }: ScrollGroupProps) {
  const reachable = { role: 'group', tabIndex: 0, 'aria-label': label }
  return (
    <div {...reachable} className={className}>
      {children}
    </div>
  )
}
