import type { Metadata } from 'next'
import { CHALLENGES } from '@/components/challenge/challenges'
import { ExplorePanel } from '@/components/explore/explore-panel'
import { Link } from '@/components/ui/link'
import { getCatalog } from '@/lib/course/catalog'
import { listExploreItems } from '@/lib/course/explore-items'

export const metadata: Metadata = {
  title: 'Explore',
  description: 'All courses, lessons and challenges, by level, topic, style and time; what is planned is marked.',
  alternates: { canonical: '/explore' },
}

export default function ExplorePage() {
  return (
    <div className="mx-auto max-w-6xl px-4 pt-10 pb-16 sm:px-6">
      <h1 className="text-4xl sm:text-5xl">Explore</h1>
      <p className="mt-3 mb-8 max-w-2xl text-lg text-muted">
        Everything there is to study, and everything that is planned. What is open can be read and run at once. Whoever
        would rather try something first finds every widget of the lessons on{' '}
        <Link href="/lab" className="font-medium text-accent underline underline-offset-4">
          the workbench
        </Link>
        .
      </p>
      <ExplorePanel items={listExploreItems(getCatalog(), CHALLENGES)} />
    </div>
  )
}
