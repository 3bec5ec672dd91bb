'use client'

import { Link } from '@/components/ui/link'
import type { SearchAnswer } from '@/lib/search/groups'
import { HitText } from './hit-text'

interface ResultOptionsProps {
  id: string
  answer: SearchAnswer
  /** Which option the keyboard stands on, counted through all groups. */
  active: number
  onOpen: () => void
}

export function optionId(listId: string, at: number): string {
  return `${listId}-option-${at}`
}

/** The answers as a listbox in groups. The options are links too, so that a new tab is a click away as everywhere. */
export function ResultOptions({ id, answer, active, onOpen }: ResultOptionsProps) {
  let counted = 0
  return (
    <div id={id} role="listbox" aria-label="Results" className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-2">
      {answer.groups.map(({ kind, title, hits }) => (
        <div key={kind} {...labelledGroup(`${id}-${kind}`)}>
          <p id={`${id}-${kind}`} className="px-4 pt-4 pb-1 font-medium text-faint text-xs uppercase tracking-wide">
            {title}
          </p>
          {hits.map((hit) => {
            const at = counted++
            return (
              <Link
                key={`${hit.document.href} ${hit.document.title}`}
                id={optionId(id, at)}
                href={hit.document.href}
                prefetch={false}
                role="option"
                aria-selected={at === active}
                tabIndex={-1}
                onClick={(event) => {
                  if (stayOnPage(hit.document.href)) event.preventDefault()
                  onOpen()
                }}
                className="mx-2 block rounded-control border border-transparent px-2 py-2 hover:bg-sunken aria-selected:border-accent aria-selected:bg-sunken"
              >
                <HitText hit={hit} />
              </Link>
            )
          })}
        </div>
      ))}
    </div>
  )
}

/** Goes to a place on this very page as any anchor does: the router would ask the network first. */
function stayOnPage(href: string): boolean {
  const to = new URL(href, location.href)
  if (to.pathname !== location.pathname || to.hash === '') return false
  location.assign(to.hash)
  return true
}

/** A group inside a listbox is no fieldset, which is the element that the role stands for elsewhere. */
function labelledGroup(labelId: string) {
  return { role: 'group', 'aria-labelledby': labelId }
}
