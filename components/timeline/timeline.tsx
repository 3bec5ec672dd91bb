'use client'

/**
 * The timeline as a list by decades, with buttons that leave only some strands of it. What an entry shows is made by the
 * server; here it is decided whether it is shown. Without a script all of it is there and the buttons are not.
 */
import { type ReactNode, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { classNames } from '@/components/ui/class-names'

export interface TimelineDecade {
  /** Its anchor. */
  id: string
  title: string
  entries: readonly { id: string; strand: string; node: ReactNode }[]
}

interface TimelineProps {
  /** In the order of their buttons. */
  strands: readonly { name: string; label: string; dot: string }[]
  decades: readonly TimelineDecade[]
}

export function Timeline({ strands, decades }: TimelineProps) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const entries = decades.flatMap((decade) => decade.entries)
  const isShown = ({ strand }: { strand: string }) => chosen.length === 0 || chosen.includes(strand)
  const shown = entries.filter(isShown)

  useEffect(() => {
    // Whoever follows a link to an entry sees it, whatever was chosen before: at once, since it is scrolled to next.
    function follow(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (link?.hash && link.pathname === location.pathname) reveal(link.hash)
    }
    function arrive() {
      reveal(location.hash)
    }
    function reveal(hash: string) {
      const target = document.getElementById(decodeURIComponent(hash.slice(1)))
      if (!target?.closest('[hidden]')) return
      flushSync(() => setChosen([]))
      target.scrollIntoView()
    }
    document.addEventListener('click', follow, true)
    addEventListener('hashchange', arrive)
    return () => {
      document.removeEventListener('click', follow, true)
      removeEventListener('hashchange', arrive)
    }
  }, [])

  function toggle(name: string) {
    setChosen((now) => (now.includes(name) ? now.filter((other) => other !== name) : [...now, name]))
  }

  return (
    <>
      <div data-print="hide" className="mt-8 hidden flex-wrap items-center gap-x-4 gap-y-3 scripted:flex">
        <fieldset className="flex min-w-0 flex-wrap gap-2">
          <legend className="sr-only">Strands of the story</legend>
          <StrandButton pressed={chosen.length === 0} onPress={() => setChosen([])}>
            Everything
          </StrandButton>
          {strands.map(({ name, label, dot }) => (
            <StrandButton key={name} pressed={chosen.includes(name)} onPress={() => toggle(name)}>
              <span aria-hidden="true" className={classNames('size-2.5 rounded-full', dot)} />
              {label}
            </StrandButton>
          ))}
        </fieldset>
        <p role="status" className="text-muted text-sm tabular-nums">
          {shown.length === entries.length
            ? `All ${entries.length} entries`
            : `${shown.length} of ${entries.length} entries`}
        </p>
      </div>
      <nav aria-label="Decades" data-print="hide" className="mt-5 border-line border-y py-2">
        <ul className="flex flex-wrap">
          {decades.map(({ id, title, entries: own }) => (
            <li key={id} hidden={!own.some(isShown)}>
              <a
                href={`#${id}`}
                className="inline-flex min-h-10 items-center rounded-control px-2.5 font-medium text-muted tabular-nums hover:bg-sunken hover:text-ink"
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {decades.map(({ id, title, entries: own }) => (
        <section key={id} aria-labelledby={id} hidden={!own.some(isShown)} className="pt-8">
          <h2 id={id} className="text-2xl text-faint">
            {title}
          </h2>
          <ol className="mt-3">
            {own.map((entry) => (
              <li
                key={entry.id}
                id={entry.id}
                hidden={!isShown(entry)}
                className="group/entry relative grid break-inside-avoid before:absolute before:inset-y-0 before:left-[5px] before:w-0.5 before:bg-line sm:grid-cols-[7.5rem_minmax(0,1fr)] sm:before:left-[calc(7.5rem+5px)]"
              >
                {entry.node}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}

function StrandButton({ pressed, onPress, children }: { pressed: boolean; onPress: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={classNames(
        'inline-flex min-h-10 items-center gap-2 rounded-full border px-4 font-medium text-[0.95rem]',
        pressed
          ? 'border-accent bg-accent-soft text-accent forced-colors:bg-[Highlight] forced-colors:text-[HighlightText] forced-colors:forced-color-adjust-none'
          : 'border-line-strong bg-surface hover:bg-sunken',
      )}
    >
      {children}
    </button>
  )
}
