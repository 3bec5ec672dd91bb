/** The map of a course: its chapters, their lessons, and the ideas of the lessons where these are few enough to read. */
import type { Course } from '@/lib/course/catalog'
import type { Concept } from '@/lib/course/concepts'
import { conceptNode, lessonNode, linkLessons } from './lesson-nodes'
import { type MapNode, type MindMap, mapNode } from './mind-map'

/** With more lessons than this on one sheet, their concepts stay on the lessons' own maps. */
const LESSONS_WITH_CONCEPTS = 20

export function courseMap(
  course: Course,
  concepts: ReadonlyMap<string, Concept>,
  glossary: ReadonlyMap<string, string>,
): MindMap {
  const lessons = course.chapters.flatMap((chapter) => chapter.lessons)
  const detailed = lessons.length <= LESSONS_WITH_CONCEPTS
  const drawn = new Set<string>()
  /** A concept hangs on the first lesson that teaches it. */
  const conceptsUnder = (node: MapNode, ids: readonly string[]) =>
    ids.flatMap((id) => {
      const concept = concepts.get(id)
      if (!detailed || concept === undefined || drawn.has(id)) return []
      drawn.add(id)
      return [conceptNode(concept, { parent: node.id, glossary, fallback: node.href })]
    })
  const root = mapNode({
    id: `course:${course.id}`,
    kind: 'course',
    title: course.title,
    detail: course.summary,
    href: course.href,
    children: course.chapters.map((chapter) =>
      mapNode({
        id: `chapter:${chapter.id}`,
        kind: 'chapter',
        title: chapter.title,
        detail: chapter.summary,
        href: chapter.href,
        children: chapter.lessons.map((lesson) => {
          const node = lessonNode(lesson)
          return { ...node, children: conceptsUnder(node, lesson.concepts) }
        }),
      }),
    ),
  })
  return {
    title: course.title,
    root,
    links: linkLessons(lessons.map((lesson) => ({ node: lessonNode(lesson).id, lesson }))),
  }
}
