'use client'

import { Search } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { Link } from '@/components/ui/link'
import { opensSearch } from './slash-shortcut'

const loadDialog = () => import('./search-dialog')
/** Long enough to read twice. */
const FAILURE_SHOWN_MS = 10_000

type DialogModule = Awaited<ReturnType<typeof loadDialog>>

/**
 * The way to the search, on every page; a link to /search where there is no script. All that searches is loaded when it
 * is wanted: at the first opening, or a moment before, when the pointer or the keyboard arrives.
 */
export function SearchButton({ indexHref }: { indexHref: string }) {
  const [state, setState] = useState<'closed' | 'failed' | DialogModule>('closed')

  // The dialog’s script is fetched first, so that a failure is ours to tell and no error of the page.
  const open = useCallback(() => {
    loadDialog().then(
      (dialog) => setState(dialog),
      () => setState('failed'),
    )
  }, [])

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (!opensSearch(event)) return
      event.preventDefault()
      open()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [open])

  useEffect(() => {
    if (state !== 'failed') return
    const timer = setTimeout(() => setState('closed'), FAILURE_SHOWN_MS)
    return () => clearTimeout(timer)
  }, [state])

  function prepare() {
    loadDialog().then(
      ({ prepareSearch }) => prepareSearch(indexHref),
      () => undefined,
    )
  }

  return (
    <>
      <Link
        href="/search"
        prefetch={false}
        aria-haspopup="dialog"
        aria-keyshortcuts="/ Control+K Meta+K"
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          open()
        }}
        className="inline-flex size-11 items-center justify-center gap-2 rounded-control text-muted hover:bg-sunken hover:text-ink lg:w-auto lg:px-3"
      >
        <Search aria-hidden="true" className="size-5" />
        <span className="text-[0.95rem] max-lg:sr-only">Search</span>
        <span aria-hidden="true" className="rounded border border-line-strong px-1.5 text-xs max-lg:hidden">
          /
        </span>
      </Link>
      {state === 'failed' ? (
        <p
          role="alert"
          className="fixed inset-x-4 top-4 z-50 mx-auto max-w-md rounded-card border border-line bg-surface p-4 text-ink shadow-raised"
        >
          Search needs a connection the first time it is opened, and there is none. Try again when it is back.
        </p>
      ) : null}
      {typeof state === 'object' ? (
        <state.SearchDialog indexHref={indexHref} onClose={() => setState('closed')} />
      ) : null}
    </>
  )
}
