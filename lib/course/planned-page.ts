/** What a planned lesson's page shows, gathered from the catalog and the concepts. Server only. */
import { type Chapter, type Course, findLessonById, getCatalog, type Lesson, originalsOf } from './catalog'
import { getConcepts, glossaryHrefs } from './concepts'
import { listFollowers, listReadable } from './lesson-neighbours'

export function loadPlannedPage(course: Course, chapter: Chapter, lesson: Lesson) {
  const lessons = originalsOf(getCatalog())
  const concepts = getConcepts()
  const glossary = glossaryHrefs()
  return {
    ...lesson,
    course: { title: course.title, href: course.href },
    chapter: { title: chapter.title, href: chapter.href },
    ideas: lesson.concepts.flatMap((id) => {
      const concept = concepts.get(id)
      return concept === undefined
        ? []
        : [{ id, name: concept.name, meaning: concept.meaning, href: glossary.get(id) ?? null }]
    }),
    prerequisites: lesson.prerequisites.map(findLessonById).filter((found) => found !== null),
    followers: listFollowers(lesson, lessons),
    readable: listReadable(lesson, lessons, concepts),
    previous: chapter.lessons[lesson.position - 2] ?? null,
    next: chapter.lessons[lesson.position] ?? null,
  }
}
