'use client'

/**
 * The search itself: a field and a list of answers that follows each keystroke, as the combobox pattern of the ARIA
 * Authoring Practices has it. The page behind it waits. Loaded by search-button.tsx when it is wanted.
 */
import { Search, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Spinner } from '@/components/ui/spinner'
import { LONGEST_QUERY } from '@/lib/search/query'
import { loadIndex } from './load-index'
import { forgetSearches, readRecentSearches, rememberSearch } from './recent-searches'
import { optionId, ResultOptions } from './result-options'
import { SearchFooter } from './search-footer'
import { SearchSuggestions } from './search-suggestions'
import { useSearch } from './use-search'

const storage = () => window.localStorage

/** Fetches the index ahead of the opening; a failure is told then. */
export function prepareSearch(indexHref: string): void {
  loadIndex(indexHref).catch(() => undefined)
}

export function SearchDialog({ indexHref, onClose }: { indexHref: string; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const listId = useId()
  const { status, text, found, active, change, move, retry } = useSearch(indexHref)
  const [recent, setRecent] = useState<string[]>([])
  const activeId = active >= 0 ? optionId(listId, active) : undefined

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
    setRecent(readRecentSearches(storage))
  }, [])

  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && activeId) document.getElementById(activeId)?.click()
    else if (!move(event.key)) return
    event.preventDefault()
  }

  function choose(search: string) {
    change(search)
    field.current?.focus()
  }

  return (
    <dialog
      ref={dialog}
      aria-label="Search"
      onClose={onClose}
      onPointerDown={(event) => event.target === dialog.current && dialog.current.close()}
      className="mx-auto mt-2 max-h-[calc(100dvh-1rem)] w-[min(42rem,calc(100vw-1rem))] overflow-hidden rounded-card border border-line bg-surface p-0 text-ink shadow-raised backdrop:bg-black/50 sm:mt-[9dvh] sm:max-h-[78dvh]"
    >
      <div className="flex max-h-[inherit] flex-col">
        <div className="flex items-center gap-3 border-line border-b pl-4 focus-within:border-accent">
          <Search aria-hidden="true" className="size-5 shrink-0 text-muted" />
          <input
            ref={field}
            type="text"
            dir="auto"
            role="combobox"
            aria-label="Search lessons, glossary, cards and challenges"
            aria-autocomplete="list"
            aria-expanded={Boolean(found && found.count > 0)}
            aria-controls={listId}
            aria-activedescendant={activeId}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="go"
            placeholder="Lessons, glossary, cards …"
            value={text}
            onChange={(event) => change(event.target.value)}
            onKeyDown={press}
            className="min-h-14 min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-faint"
          />
          <Button
            variant="quiet"
            aria-label="Close the search"
            className="m-1.5 px-3"
            onClick={() => dialog.current?.close()}
          >
            <X aria-hidden="true" className="size-5" />
          </Button>
        </div>
        <p role="status" className="sr-only">
          {announcement(status, text, found?.count ?? 0)}
        </p>
        {found && found.count > 0 ? (
          <ResultOptions
            id={listId}
            answer={found}
            active={active}
            onOpen={() => {
              rememberSearch(found.query.shown, storage)
              dialog.current?.close()
            }}
          />
        ) : (
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
            {found ? <NothingFound shown={found.query.shown} /> : null}
            {status === 'loading' && text !== '' ? (
              <p className="flex items-center gap-3 px-4 py-6 text-muted">
                <Spinner /> Loading the index, once …
              </p>
            ) : null}
            {status === 'failed' ? (
              <IndexMissing onRetry={retry} />
            ) : (
              <SearchSuggestions
                recent={recent}
                onChoose={choose}
                onForget={() => {
                  forgetSearches(storage)
                  setRecent([])
                  field.current?.focus()
                }}
              />
            )}
          </div>
        )}
        <SearchFooter />
      </div>
    </dialog>
  )
}

function announcement(status: string, text: string, count: number): string {
  if (status === 'failed') return 'The search could not be loaded.'
  if (text.trim() === '') return ''
  if (status === 'loading') return 'Loading the index.'
  if (count === 0) return 'Nothing found.'
  return count === 1 ? '1 result.' : `${count} results.`
}

function NothingFound({ shown }: { shown: string }) {
  return (
    <p className="break-words px-4 pt-6">
      Nothing found for “<bdi className="font-medium">{shown.length > 80 ? `${shown.slice(0, 80)} …` : shown}</bdi>”.
      Fewer words, or another name for it, may help
      {shown.length >= LONGEST_QUERY ? '; only the beginning was looked at' : ''}.
    </p>
  )
}

function IndexMissing({ onRetry }: { onRetry: () => void }) {
  return (
    <div className="flex flex-col items-start gap-3 px-4 py-6">
      <p>The search could not be loaded. It needs a connection once; after that it works without.</p>
      <Button variant="secondary" size="sm" onClick={onRetry}>
        Try again
      </Button>
    </div>
  )
}
