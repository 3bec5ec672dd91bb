'use client'

import { useEffect, useState } from 'react'
import { isSlashOn, keepSlash } from './slash-shortcut'

/** Which keys do what, and the switch for the one that might get in somebody's way. */
export function SearchFooter() {
  const [slash, setSlash] = useState(true)
  useEffect(() => setSlash(isSlashOn()), [])
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 border-line border-t bg-sunken px-4 py-1 text-muted text-sm">
      <p className="max-sm:hidden">
        <Key>↑</Key> <Key>↓</Key> choose · <Key>Enter</Key> open · <Key>Esc</Key> close
      </p>
      <label className="flex min-h-11 items-center gap-2">
        <input
          type="checkbox"
          checked={slash}
          onChange={(event) => {
            setSlash(event.target.checked)
            keepSlash(event.target.checked)
          }}
          className="size-4 accent-accent"
        />
        <span>
          <Key>/</Key> opens the search
        </span>
      </label>
    </div>
  )
}

function Key({ children }: { children: string }) {
  return <kbd className="rounded border border-line-strong bg-surface px-1.5 font-sans text-xs">{children}</kbd>
}
