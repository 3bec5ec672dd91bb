'use client'

import { type ReactNode, useId, useState } from 'react'
import { classNames } from './class-names'

/**
 * A word with an explanation that appears on hover, focus or tap, stays while the pointer
 * is on it, and goes with Escape (WCAG 1.4.13). The explanation also describes the word
 * for screen readers, so it holds text only.
 */
export function Tooltip({ children, text }: { children: ReactNode; text: string }) {
  const id = useId()
  const [dismissed, setDismissed] = useState(false)
  return (
    <span className="group/tooltip relative inline-flex">
      <button
        type="button"
        aria-describedby={id}
        onKeyDown={(event) => event.key === 'Escape' && setDismissed(true)}
        onBlur={() => setDismissed(false)}
        onPointerLeave={() => setDismissed(false)}
        className="cursor-help underline decoration-dotted underline-offset-4"
      >
        {children}
      </button>
      <span
        role="tooltip"
        id={id}
        className={classNames(
          'absolute top-full left-0 z-20 hidden w-64 rounded-control border border-line bg-surface p-3 text-ink text-sm shadow-raised ' +
            'group-focus-within/tooltip:block group-hover/tooltip:block max-md:fixed max-md:inset-x-4 max-md:top-auto max-md:bottom-4 max-md:w-auto',
          dismissed && 'invisible',
        )}
      >
        {text}
      </span>
    </span>
  )
}
