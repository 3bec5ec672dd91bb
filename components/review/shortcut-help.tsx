'use client'

import { GRADE_BUTTONS } from './grade-list'

interface ShortcutHelpProps {
  enabled: boolean
  onEnable: (enabled: boolean) => void
}

/** The keys, and the switch that turns them off. Out of the way on touch screens, where there are none. */
export function ShortcutHelp({ enabled, onEnable }: ShortcutHelpProps) {
  return (
    <div className="hidden flex-wrap items-center justify-center gap-x-5 gap-y-2 border-line border-t pt-4 text-muted text-sm sm:flex">
      {enabled ? (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <span>
            <Key>Space</Key> show the answer
          </span>
          <span>
            {GRADE_BUTTONS.map(({ key }) => (
              <Key key={key}>{key}</Key>
            ))}{' '}
            grade it
          </span>
          <span>
            <Key>Z</Key> undo
          </span>
        </p>
      ) : null}
      <label className="inline-flex min-h-9 cursor-pointer items-center gap-2">
        <input
          type="checkbox"
          checked={enabled}
          onChange={(event) => onEnable(event.target.checked)}
          className="size-4 accent-accent"
        />
        Keyboard shortcuts
      </label>
    </div>
  )
}

function Key({ children }: { children: string }) {
  return (
    <kbd className="mr-0.5 inline-block min-w-6 rounded border border-line-strong bg-surface px-1.5 py-0.5 text-center font-sans text-xs">
      {children}
    </kbd>
  )
}
