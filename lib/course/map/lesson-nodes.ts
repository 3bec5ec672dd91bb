/** How lessons and concepts stand on a map, the same on every one. */
import type { Lesson } from '@/lib/course/catalog'
import type { Concept } from '@/lib/course/concepts'
import { type MapLink, type MapNode, mapNode } from './mind-map'

/** `prefix` tells apart two places of one lesson on one map. */
export function lessonNode(lesson: Lesson, prefix = 'lesson'): MapNode {
  const { id, title, summary, href, status } = lesson
  return mapNode({ id: `${prefix}:${id}`, kind: 'lesson', title, detail: summary, href, lesson: { id, status } })
}

/** Opens the glossary where that explains the concept, else `fallback`. */
export function conceptNode(
  concept: Concept,
  place: { parent: string; glossary: ReadonlyMap<string, string>; fallback: string | null },
): MapNode {
  return mapNode({
    id: `${place.parent}/concept:${concept.id}`,
    kind: 'concept',
    title: concept.name,
    detail: concept.meaning,
    href: place.glossary.get(concept.id) ?? place.fallback,
  })
}

/** Links between the lessons of one map: who asks for whom, and who shares a concept without that. */
export function linkLessons(lessons: readonly { node: string; lesson: Lesson }[]): MapLink[] {
  const links: MapLink[] = []
  lessons.forEach((one, index) => {
    for (const other of lessons.slice(index + 1)) {
      if (one.lesson.id === other.lesson.id) continue
      if (other.lesson.prerequisites.includes(one.lesson.id)) {
        links.push({ from: one.node, to: other.node, kind: 'builds-on' })
      } else if (one.lesson.prerequisites.includes(other.lesson.id)) {
        links.push({ from: other.node, to: one.node, kind: 'builds-on' })
      } else if (one.lesson.concepts.some((id) => other.lesson.concepts.includes(id))) {
        links.push({ from: one.node, to: other.node, kind: 'shares' })
      }
    }
  })
  return links
}
