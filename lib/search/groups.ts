/** Answers as they are shown: in groups by kind, the group of the best answer first, each group cut to what can be taken in. */
import type { SearchKind } from './document'
import { find, type Hit } from './find'
import { parseQuery, type SearchQuery } from './query'
import type { SearchIndex } from './search-index'

export interface HitGroup {
  kind: SearchKind
  title: string
  hits: Hit[]
}

export interface SearchAnswer {
  query: SearchQuery
  groups: HitGroup[]
  /** How many are shown, in all groups. */
  count: number
}

const GROUPS: Record<SearchKind, { title: string; most: number }> = {
  lesson: { title: 'Lessons', most: 5 },
  section: { title: 'In the lessons', most: 6 },
  term: { title: 'Glossary', most: 4 },
  formula: { title: 'Formula sheet', most: 3 },
  timeline: { title: 'Timeline', most: 3 },
  card: { title: 'Flashcards', most: 3 },
  challenge: { title: 'Challenges', most: 3 },
  chapter: { title: 'Chapters', most: 3 },
  course: { title: 'Courses', most: 3 },
  page: { title: 'Pages', most: 4 },
}
/** Passages and cards of one lesson, so that a long one does not push the others out. */
const MOST_OF_ONE_LESSON = 3

export function answer(index: SearchIndex, text: string): SearchAnswer {
  const query = parseQuery(text)
  const groups = new Map<SearchKind, Hit[]>()
  const sections = new Set<string>()
  const taken = new Map<string, number>()
  for (const hit of find(index, query)) {
    const { kind, href } = hit.document
    const group = groups.get(kind) ?? []
    if (group.length >= GROUPS[kind].most) continue
    if (kind === 'section') {
      const { lesson, section } = placeOf(href)
      const count = taken.get(lesson) ?? 0
      if (sections.has(section) || count >= MOST_OF_ONE_LESSON) continue
      sections.add(section)
      taken.set(lesson, count + 1)
    }
    groups.set(kind, [...group, hit])
  }
  return {
    query,
    groups: [...groups].map(([kind, hits]) => ({ kind, title: GROUPS[kind].title, hits })),
    count: [...groups.values()].reduce((sum, hits) => sum + hits.length, 0),
  }
}

/** Two versions of a lesson tell one section twice: the better match of them is enough. */
function placeOf(href: string): { lesson: string; section: string } {
  const [path = '', anchor = ''] = href.split('#')
  const lesson = path.replace(/\/v\/[^/]+$/, '')
  return { lesson, section: `${lesson}#${anchor}` }
}
