import type { Strand } from '@/lib/course/vocabulary'
import { Timeline, type TimelineDecade } from './timeline'
import { STRAND_LOOK, type TimelineEntryData } from './timeline-data'
import { TimelineEntry } from './timeline-entry'

interface Props {
  /** In the order of their buttons. */
  strands: readonly Strand[]
  /** Oldest first. */
  entries: readonly TimelineEntryData[]
}

/** The entries by decades, made here on the server, in the list that lets the reader choose among them. */
export function TimelineByDecades({ strands, entries }: Props) {
  const decades = new Map<string, TimelineDecade['entries'][number][]>()
  for (const entry of entries) {
    const title = `${Math.floor(entry.year / 10)}0s`
    const { id, strand } = entry
    decades.set(title, [...(decades.get(title) ?? []), { id, strand, node: <TimelineEntry entry={entry} /> }])
  }
  return (
    <Timeline
      strands={strands.map((name) => ({ name, ...STRAND_LOOK[name] }))}
      decades={[...decades].map(([title, own]) => ({ id: `decade-${title}`, title, entries: own }))}
    />
  )
}
