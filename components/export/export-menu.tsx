'use client'

/**
 * A button that opens a menu of files to save: what a widget shows, as numbers, pictures, a model, code. Keys as in the
 * ARIA Authoring Practices' menu button: arrows, Home, End, a letter, Escape. A file is made when it is asked for, and a
 * status line says that it is being made, that it is there, or why it is not. It knows nothing of what the files hold.
 */
import { ChevronDown, Download } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { Spinner } from '@/components/ui/spinner'
import { saveFile } from './save-file'

export interface ExportItem {
  /** E.g. `Curves`; what kind of file it is, the name's ending says beside it. */
  label: string
  /** Says what is in the file: file-name.ts. */
  filename: string
  /** Rejects with a sentence for the reader. */
  make(): Promise<Blob>
}

interface ExportMenuProps {
  /** Called when the menu is opened; what cannot be saved yet is left out. */
  items: () => Promise<readonly ExportItem[]>
  /** Shown in the menu where nothing can be saved. */
  emptyText?: string
  /** As high as the buttons beside it. */
  size?: 'sm' | 'md'
}

type Outcome = { kind: 'making' | 'saved' | 'failed'; text: string } | null

export function ExportMenu({ items, emptyText = 'Nothing to export yet.', size = 'md' }: ExportMenuProps) {
  const id = useId()
  const [shown, setShown] = useState<readonly ExportItem[] | null>(null)
  const [outcome, setOutcome] = useState<Outcome>(null)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const isOpen = shown !== null
  const isMaking = outcome?.kind === 'making'

  useEffect(() => {
    if (!isOpen) return
    entriesOf(menu.current)[0]?.focus()
    function pressOutside(event: PointerEvent) {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setShown(null)
    }
    document.addEventListener('pointerdown', pressOutside)
    return () => document.removeEventListener('pointerdown', pressOutside)
  }, [isOpen])

  async function open() {
    if (isMaking) return
    try {
      setShown(await items())
      setOutcome(null)
    } catch {
      setOutcome({ kind: 'failed', text: 'The menu could not be loaded. Check the connection and try again.' })
    }
  }

  async function openByArrow(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    await open()
  }

  function close() {
    setShown(null)
    button.current?.focus()
  }

  async function choose({ filename, make }: ExportItem) {
    close()
    setOutcome({ kind: 'making', text: `Making ${filename} …` })
    try {
      saveFile(filename, await make())
      setOutcome({ kind: 'saved', text: `${filename} is saved.` })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      setOutcome({ kind: 'failed', text: `${filename} could not be made. ${reason}` })
    }
  }

  return (
    <div ref={root} className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
      <div className="relative">
        <button
          ref={button}
          type="button"
          aria-haspopup="menu"
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${id}-menu` : undefined}
          aria-disabled={isMaking || undefined}
          onClick={() => (isOpen ? setShown(null) : open())}
          onKeyDown={openByArrow}
          className={buttonClass('secondary', size)}
        >
          {isMaking ? <Spinner /> : <Download aria-hidden="true" className="size-4" />}
          Export
          <ChevronDown aria-hidden="true" className="size-4 text-muted" />
        </button>
        {isOpen ? (
          <div
            ref={menu}
            id={`${id}-menu`}
            role="menu"
            aria-label="Export"
            tabIndex={-1}
            onKeyDown={(event) => moveBy(event, menu.current, close)}
            onBlur={({ relatedTarget }) => {
              if (relatedTarget instanceof Node && !root.current?.contains(relatedTarget)) setShown(null)
            }}
            className="absolute top-full left-0 z-40 mt-2 w-80 max-w-[calc(100vw-4rem)] rounded-card border border-line bg-surface p-2 shadow-raised"
          >
            {shown.map((item) => (
              <button
                key={item.filename}
                type="button"
                role="menuitem"
                tabIndex={-1}
                onClick={() => choose(item)}
                className="flex min-h-11 w-full items-center justify-between gap-4 rounded-control px-3 py-1.5 text-left leading-snug hover:bg-sunken focus-visible:bg-sunken"
              >
                {item.label}
                <span className="text-muted text-sm">{item.filename.split('.').at(-1)?.toUpperCase()}</span>
              </button>
            ))}
            {shown.length === 0 ? (
              <div role="menuitem" aria-disabled="true" tabIndex={-1} className="px-3 py-2 text-muted text-sm">
                {emptyText}
              </div>
            ) : null}
          </div>
        ) : null}
      </div>
      <p
        role="status"
        className={`m-0 min-h-5 min-w-0 flex-1 basis-48 text-sm wrap-anywhere ${outcome?.kind === 'failed' ? 'text-bad' : 'text-muted'}`}
      >
        {outcome?.text}
      </p>
    </div>
  )
}

function entriesOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
}

function moveBy(event: KeyboardEvent, menu: HTMLElement | null, close: () => void): void {
  const entries = entriesOf(menu)
  const at = entries.indexOf(document.activeElement as HTMLElement)
  const last = entries.length - 1
  const targets: Record<string, number> = {
    ArrowDown: at === last ? 0 : at + 1,
    ArrowUp: at <= 0 ? last : at - 1,
    Home: 0,
    End: last,
  }
  const { key } = event
  if (key === 'Escape' || key === 'Tab') {
    if (key === 'Escape') event.preventDefault()
    return close()
  }
  const target = targets[key] ?? (key.length === 1 ? nextWith(entries, at, key) : undefined)
  if (target === undefined || key === ' ') return
  event.preventDefault()
  entries[target]?.focus()
}

/** The next entry that begins with the letter, from the one that is in focus on. */
function nextWith(entries: readonly HTMLElement[], at: number, letter: string): number | undefined {
  const order = entries.map((_, i) => (at + 1 + i) % entries.length)
  return order.find((i) => entries[i]?.textContent?.trim().toLowerCase().startsWith(letter.toLowerCase()))
}
