import type { Chapter, Course, Lesson } from './catalog'
import { findChapter, findLesson, getCatalog, lessonsOf } from './catalog'

/** The three segments of a lesson's address; its page and all its study pages hang below them. */
export interface LessonPlace {
  course: string
  chapter: string
  lesson: string
}

/** Every lesson's place, or those of one status: what a route prerenders. */
export function listLessonPlaces(status?: Lesson['status']): LessonPlace[] {
  return lessonsOf(getCatalog())
    .filter((lesson) => status === undefined || lesson.status === status)
    .map(({ courseSlug, chapterSlug, slug }) => ({ course: courseSlug, chapter: chapterSlug, lesson: slug }))
}

/** The lesson at a place, with the chapter and course around it. */
export function findLessonAt(place: LessonPlace): { course: Course; chapter: Chapter; lesson: Lesson } | null {
  const around = findChapter(place.course, place.chapter)
  const lesson = findLesson(place.course, place.chapter, place.lesson)
  return around && lesson ? { ...around, lesson } : null
}

/** Where the further versions of lessons stand: `…/v/<version>`. */
export function listVersionPlaces(): (LessonPlace & { version: string })[] {
  return lessonsOf(getCatalog()).flatMap(({ courseSlug, chapterSlug, slug, versions }) =>
    Object.keys(versions).map((version) => ({ course: courseSlug, chapter: chapterSlug, lesson: slug, version })),
  )
}
