'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'

/** Copies the code block it stands in. Says so to everybody, and says when the browser refuses. */
export function CopyButton() {
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready')
  async function copy(button: HTMLButtonElement) {
    const code = button.closest('[data-code-block]')?.querySelector('pre')?.textContent ?? ''
    try {
      await navigator.clipboard.writeText(code)
      setState('copied')
    } catch {
      setState('failed')
    }
    window.setTimeout(() => setState('ready'), 2500)
  }
  const label = { ready: 'Copy', copied: 'Copied', failed: 'Select it by hand' }[state]
  return (
    <button
      type="button"
      data-print="hide"
      onClick={(event) => void copy(event.currentTarget)}
      className="noscript:hidden absolute top-2 right-2 inline-flex min-h-8 items-center gap-1.5 rounded-control border border-line bg-surface px-2.5 font-sans text-muted text-xs hover:bg-sunken hover:text-ink"
    >
      {state === 'copied' ? (
        <Check aria-hidden="true" className="size-3.5" />
      ) : (
        <Copy aria-hidden="true" className="size-3.5" />
      )}
      <span aria-live="polite">{label}</span>
    </button>
  )
}
