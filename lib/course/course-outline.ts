/**
 * A course or chapter as its page lists it: lessons with their states' ground,
 * times, and what comes before. Nothing here is personal.
 */
import type { Chapter, Course, Lesson, Level } from './catalog'

export interface OutlineLesson {
  id: string
  href: string
  title: string
  summary: string
  minutes: number
  level: Level
  status: 'published' | 'planned'
  position: number
  /** The course that it was written for, where that is another. */
  from: { title: string; href: string } | null
}

export interface OutlineChapter {
  id: string
  slug: string
  href: string
  title: string
  summary: string
  tags: string[]
  position: number
  lessons: OutlineLesson[]
  /** Of all its lessons together. */
  minutes: number
}

export function outlineCourse(course: Course, courses: readonly Course[]): OutlineChapter[] {
  return course.chapters.map((chapter, index) => outlineChapter(chapter, index + 1, courses))
}

export function outlineChapter(chapter: Chapter, position: number, courses: readonly Course[]): OutlineChapter {
  const { id, slug, href, title, summary, tags } = chapter
  return {
    ...{ id, slug, href, title, summary, tags, position },
    lessons: chapter.lessons.map((lesson) => outlineLesson(lesson, courses)),
    minutes: chapter.lessons.reduce((sum, { minutes }) => sum + minutes, 0),
  }
}

function outlineLesson(lesson: Lesson, courses: readonly Course[]): OutlineLesson {
  const { id, href, title, summary, minutes, level, status, position } = lesson
  return { id, href, title, summary, minutes, level, status, position, from: homeOf(lesson, courses) }
}

/** The course that a borrowed lesson was written for; null where it stands at home. */
export function homeOf(lesson: Lesson, courses: readonly Course[]): { title: string; href: string } | null {
  if (lesson.href === lesson.canonicalHref) return null
  const home = courses.find((course) => lesson.canonicalHref.startsWith(`${course.href}/`))
  return home === undefined ? null : { title: home.title, href: lesson.canonicalHref }
}

/** Other chapters, of any course, with lessons that this one's lessons ask for; in the order of the courses. */
export function listChaptersBefore(chapter: Chapter, courses: readonly Course[]): Chapter[] {
  const own = new Set(chapter.lessons.map(({ id }) => id))
  const asked = new Set(chapter.lessons.flatMap(({ prerequisites }) => prerequisites).filter((id) => !own.has(id)))
  return courses
    .flatMap((course) => course.chapters)
    .filter(({ id, lessons }) => id !== chapter.id && lessons.some((lesson) => asked.has(lesson.id)))
}
