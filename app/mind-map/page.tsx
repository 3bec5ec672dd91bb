import type { Metadata } from 'next'
import { CHALLENGES } from '@/components/challenge/challenges'
import { MapPage } from '@/components/mind-map/map-page'
import { getCatalog, originalsOf } from '@/lib/course/catalog'
import { loadLessonFacts } from '@/lib/course/lesson-facts'
import { siteMap } from '@/lib/course/map/site-map'

export const metadata: Metadata = {
  title: 'Mind map',
  description:
    'Every course, chapter and lesson on one sheet, with what builds on what and how far you are: as a map, or as a list.',
  alternates: { canonical: '/mind-map' },
}

export default async function SiteMindMapPage() {
  const catalog = getCatalog()
  return (
    <MapPage
      trail={[]}
      map={siteMap(catalog, CHALLENGES)}
      facts={await loadLessonFacts(originalsOf(catalog))}
      intro="All there is, and all that is planned. Each bead is a lesson; a chapter opens on its own page, and every course has a closer map of its own."
    />
  )
}
