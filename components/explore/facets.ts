/**
 * The facets of /explore: what can be chosen, what a choice leaves, how it is
 * written in an address. Within one facet any of the chosen values will do;
 * every facet with a choice must be met. Pure.
 */
import type { ExploreItem } from './explore-data'

export const FACETS = ['kind', 'level', 'time', 'style', 'topic'] as const
export type Facet = (typeof FACETS)[number]

/** The chosen values of each facet, and whether what is planned is shown. */
export type Choice = Record<Facet, readonly string[]> & { planned: 'show' | 'hide' }

export const NO_CHOICE: Choice = { kind: [], level: [], time: [], style: [], topic: [], planned: 'show' }

export interface FacetValue {
  value: string
  label: string
}

const FIXED = {
  kind: [
    { value: 'course', label: 'Courses' },
    { value: 'challenge', label: 'Challenges' },
    { value: 'lesson', label: 'Lessons' },
  ],
  level: [
    { value: 'beginner', label: 'Beginner' },
    { value: 'intermediate', label: 'Intermediate' },
    { value: 'advanced', label: 'Advanced' },
  ],
  time: [
    { value: 'to-12', label: 'up to 12 minutes' },
    { value: 'to-15', label: '13 to 15 minutes' },
    { value: 'to-30', label: '16 to 30 minutes' },
    { value: 'hours', label: 'longer' },
  ],
} satisfies Partial<Record<Facet, FacetValue[]>>

/** What can be chosen among these items: fixed values in their own order, the others by how many have them. */
export function listValues(items: readonly ExploreItem[]): Record<Facet, FacetValue[]> {
  return { ...FIXED, style: gather(items, ({ styles }) => styles), topic: gather(items, ({ topics }) => topics) }
}

function gather(
  items: readonly ExploreItem[],
  of: (item: ExploreItem) => readonly { slug: string; label: string }[],
): FacetValue[] {
  const found = new Map<string, { label: string; count: number }>()
  for (const { slug, label } of items.flatMap(of)) {
    found.set(slug, { label, count: (found.get(slug)?.count ?? 0) + 1 })
  }
  return [...found]
    .sort(([, a], [, b]) => b.count - a.count || a.label.localeCompare(b.label, 'en'))
    .map(([value, { label }]) => ({ value, label }))
}

function valuesOf(item: ExploreItem, facet: Facet): string[] {
  switch (facet) {
    case 'kind':
      return [item.kind]
    case 'level':
      return [item.level]
    case 'time':
      return [timeOf(item.minutes)]
    case 'style':
      return item.styles.map(({ slug }) => slug)
    case 'topic':
      return item.topics.map(({ slug }) => slug)
    default:
      return facet satisfies never
  }
}

function timeOf(minutes: number): string {
  if (minutes <= 12) return 'to-12'
  if (minutes <= 15) return 'to-15'
  return minutes <= 30 ? 'to-30' : 'hours'
}

export function choose(items: readonly ExploreItem[], choice: Choice): ExploreItem[] {
  return items.filter(
    (item) =>
      (choice.planned === 'show' || item.status === 'published') &&
      FACETS.every((facet) => {
        const chosen = choice[facet]
        return chosen.length === 0 || valuesOf(item, facet).some((value) => chosen.includes(value))
      }),
  )
}

/** How many items this value would give, the other facets as they are chosen. */
export function countValue(items: readonly ExploreItem[], choice: Choice, facet: Facet, value: string): number {
  return choose(items, { ...choice, [facet]: [value] }).length
}

export function toggleValue(choice: Choice, facet: Facet, value: string): Choice {
  const chosen = choice[facet]
  return {
    ...choice,
    [facet]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value],
  }
}

export function isChosen(choice: Choice): boolean {
  return choice.planned === 'hide' || FACETS.some((facet) => choice[facet].length > 0)
}

/** `level=beginner&topic=relu&topic=training&planned=hide`; empty for no choice. */
export function writeChoice(choice: Choice): string {
  const query = new URLSearchParams(FACETS.flatMap((facet) => choice[facet].map((value) => [facet, value])))
  if (choice.planned === 'hide') query.set('planned', 'hide')
  return query.toString()
}

/** The choice an address asks for; what is no value of a facet is left out, whatever it is. */
export function readChoice(query: Pick<URLSearchParams, 'getAll'>, values: Record<Facet, FacetValue[]>): Choice {
  const known = (facet: Facet) => {
    const asked = query.getAll(facet)
    return values[facet].map(({ value }) => value).filter((value) => asked.includes(value))
  }
  return {
    ...{ kind: known('kind'), level: known('level'), time: known('time'), style: known('style') },
    ...{ topic: known('topic'), planned: query.getAll('planned').includes('hide') ? 'hide' : 'show' },
  }
}
