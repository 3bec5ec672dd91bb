import { TimelineByDecades } from '@/components/timeline/timeline-by-decades'
import type { TimelineEntryData } from '@/components/timeline/timeline-data'
import { Link } from '@/components/ui/link'
import { STRANDS } from '@/lib/course/vocabulary'
import { Sample } from './sample'

/** A few years of the timeline, with its buttons. Once, in the page’s own theme: entries carry ids. */
export function TimelineSamples({ entries }: { entries: readonly TimelineEntryData[] }) {
  return (
    <Sample
      name="Timeline"
      use="By decades, with a button a strand. What is disputed is marked; a curve stands where a function is the news."
    >
      <div className="max-w-4xl">
        <TimelineByDecades strands={STRANDS} entries={entries} />
        <Link href="/timeline" className="text-accent underline underline-offset-4">
          All of it is a page
        </Link>
      </div>
    </Sample>
  )
}
