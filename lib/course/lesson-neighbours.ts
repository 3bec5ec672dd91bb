/**
 * Which lessons have to do with which: by prerequisites and by the concepts they
 * teach. Order is the courses' own. Pure but for the catalog it is given.
 */
import type { Lesson } from './catalog'
import type { Concept } from './concepts'

/** Lessons that name this one as a prerequisite. */
export function listFollowers(lesson: Pick<Lesson, 'id'>, lessons: readonly Lesson[]): Lesson[] {
  return lessons.filter((other) => other.id !== lesson.id && other.prerequisites.includes(lesson.id))
}

/** Other lessons that teach this concept. */
export function listTeachers(conceptId: string, lesson: Pick<Lesson, 'id'>, lessons: readonly Lesson[]): Lesson[] {
  return lessons.filter((other) => other.id !== lesson.id && other.concepts.includes(conceptId))
}

/**
 * Published lessons worth reading before a planned one is written, the nearest first: those it asks for, those that
 * teach one of its concepts, those that teach what its concepts build on or stand beside.
 */
export function listReadable(
  lesson: Lesson,
  lessons: readonly Lesson[],
  concepts: ReadonlyMap<string, Concept>,
): Lesson[] {
  const near = new Set(
    lesson.concepts.flatMap((id) => {
      const concept = concepts.get(id)
      return concept === undefined ? [] : [...concept.buildsOn, ...concept.see]
    }),
  )
  const teaches = (ids: { has(id: string): boolean }) => (other: Lesson) => other.concepts.some((id) => ids.has(id))
  const open = lessons.filter((other) => other.status === 'published' && other.id !== lesson.id)
  const found = [
    ...open.filter(({ id }) => lesson.prerequisites.includes(id)),
    ...open.filter(teaches(new Set(lesson.concepts))),
    ...open.filter(teaches(near)),
  ]
  return [...new Map(found.map((other) => [other.id, other])).values()]
}
