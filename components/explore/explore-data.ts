/** What /explore hands to its components. */
export interface ExploreItem {
  id: string
  kind: 'course' | 'lesson' | 'challenge'
  title: string
  summary: string
  href: string
  place: string
  level: string
  topics: { slug: string; label: string }[]
  styles: { slug: string; label: string }[]
  minutes: number
  status: 'published' | 'planned'
}
