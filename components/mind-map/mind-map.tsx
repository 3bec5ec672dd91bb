'use client'

import { List, Waypoints } from 'lucide-react'
import { useState } from 'react'
import { useLessonStates } from '@/components/course/use-lesson-states'
import { classNames } from '@/components/ui/class-names'
import type { LessonFacts } from '@/lib/events/summary'
import { MapCanvas } from './map-canvas'
import type { Sheet } from './map-data'
import { MapList } from './map-list'

type As = 'map' | 'list'

const CHOICES = [
  { as: 'map', words: 'Map', icon: Waypoints },
  { as: 'list', words: 'List', icon: List },
] as const

/** A map and the same as a list, one at a time. Without a script, and on paper, it is the list. */
export function MindMap({ sheet, facts }: { sheet: Sheet; facts: LessonFacts[] }) {
  const states = useLessonStates(facts)
  const [as, setAs] = useState<As>('map')
  return (
    <div>
      <fieldset
        aria-label="Shown as"
        data-print="hide"
        className="mt-4 mb-3 hidden w-fit rounded-control border border-line-strong bg-surface p-0.5 scripted:flex md:-mt-11 md:ml-auto"
      >
        {CHOICES.map(({ as: choice, words, icon: Icon }) => (
          <button
            key={choice}
            type="button"
            aria-pressed={as === choice}
            onClick={() => setAs(choice)}
            className={classNames(
              'flex min-h-10 items-center gap-2 rounded-[6px] px-3.5 font-medium text-sm',
              as === choice ? 'bg-accent text-on-accent forced-colors:underline' : 'text-muted hover:text-ink',
            )}
          >
            <Icon aria-hidden="true" className="size-4" />
            {words}
          </button>
        ))}
      </fieldset>
      {as === 'map' ? (
        <div className="hidden scripted:not-print:block">
          <MapCanvas sheet={sheet} states={states} />
        </div>
      ) : null}
      <div className={as === 'map' ? 'scripted:not-print:hidden' : undefined}>
        <MapList sheet={sheet} states={states} />
      </div>
    </div>
  )
}
