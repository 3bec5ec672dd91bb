import { describeState } from '@/components/course/lesson-state'
import type { LessonStates } from '@/components/course/use-lesson-states'
import type { MapLink, Sheet } from './map-data'

interface MapNoteProps {
  id: string
  sheet: Sheet
  chosen: string | null
  /** Those of the chosen node. */
  links: readonly MapLink[]
  states: LessonStates
}

/** What the node that is looked at is, in words: below the map, and read out with the node's name. */
export function MapNote({ id, sheet, chosen, links, states }: MapNoteProps) {
  const node = sheet.nodes.find((one) => one.id === chosen) ?? sheet.nodes[0]
  if (node === undefined) return null
  const titleOf = (other: string) => sheet.nodes.find((one) => one.id === other)?.title ?? ''
  const sentences = [
    tell(
      'Builds on',
      links.filter(({ to, kind }) => to === node.id && kind === 'builds-on').map(({ from }) => titleOf(from)),
    ),
    tell(
      'Leads to',
      links.filter(({ from, kind }) => from === node.id && kind === 'builds-on').map(({ to }) => titleOf(to)),
    ),
    tell(
      'Shares ideas with',
      links.filter(({ kind }) => kind === 'shares').map(({ from, to }) => titleOf(from === node.id ? to : from)),
    ),
  ].filter((sentence) => sentence !== null)
  const state = node.lesson === null ? null : describeState(states.stateOf(node.lesson))
  return (
    <div
      id={id}
      className="grid min-h-24 content-start gap-1 rounded-card border border-line bg-surface px-4 py-3 text-sm max-sm:min-h-32"
    >
      <p>
        <span className="font-semibold">{node.title}</span>
        {state === null ? null : <span className="text-muted"> · {state}</span>}
      </p>
      {node.detail === '' ? null : <p className="max-w-[90ch] text-muted">{node.detail}</p>}
      {sentences.length === 0 ? null : <p className="max-w-[90ch]">{sentences.join(' ')}</p>}
    </div>
  )
}

/** At most four by name, so that the note stays a note. */
function tell(what: string, titles: string[]): string | null {
  if (titles.length === 0) return null
  const more = titles.length > 4 ? ` and ${titles.length - 4} more` : ''
  return `${what}: ${titles.slice(0, 4).join(' · ')}${more}.`
}
