import type { Metadata } from 'next'
import { Arrival } from '@/components/glossary/arrival'
import { Breadcrumb } from '@/components/lesson/frame/breadcrumb'
import { TimelineByDecades } from '@/components/timeline/timeline-by-decades'
import { loadTimeline } from '@/lib/course/timeline'
import { STRANDS } from '@/lib/course/vocabulary'

export const metadata: Metadata = {
  title: 'Timeline',
  description:
    'How neural networks came by their activation functions, from 1943 to today: what happened, why it mattered, what is disputed, and where to read it.',
  alternates: { canonical: '/timeline' },
}

export default function TimelinePage() {
  const entries = loadTimeline()
  return (
    <div className="mx-auto max-w-4xl px-4 pt-6 pb-16 sm:px-6">
      <Arrival />
      <Breadcrumb trail={[{ title: 'Explore', href: '/explore' }]} here="Timeline" />
      <h1 className="mt-6 text-4xl sm:text-5xl">Timeline</h1>
      <p className="mt-4 max-w-2xl text-lg text-muted">
        How networks came by their bends, from {entries[0]?.year} to today: what happened, why it mattered, and where it
        can be read. What historians or experiments dispute is marked as contested.
      </p>
      <TimelineByDecades strands={STRANDS} entries={entries} />
    </div>
  )
}
