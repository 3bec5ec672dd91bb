/** Everything that /explore lists, with what it can be filtered by. Server only: it looks which versions a lesson has. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { contentRoot } from '@/lib/course/files/content-root'
import type { Catalog, Chapter, Course, Lesson, Level } from './catalog'
import { tagSlug } from './ids'

export interface ExploreItem {
  /** Unique on the page. */
  id: string
  kind: 'course' | 'lesson' | 'challenge'
  title: string
  summary: string
  href: string
  /** Where it stands: course and chapter. */
  place: string
  level: Level
  topics: { slug: string; label: string }[]
  /** The versions it is told in; none while it is planned. */
  styles: { slug: string; label: string }[]
  minutes: number
  /** For a course: whether any of its lessons is written. */
  status: 'published' | 'planned'
}

export interface ExploreChallenge {
  id: string
  title: string
  summary: string
  href: string
  level: Level
  minutes: number
  tags: readonly string[]
}

export function listExploreItems(
  { courses }: Catalog,
  challenges: readonly ExploreChallenge[],
  root: string = contentRoot(),
): ExploreItem[] {
  return [
    ...courses.map(courseItem),
    ...challenges.map(
      ({ id, tags, ...rest }): ExploreItem => ({
        ...{ ...rest, id: `challenge:${id}`, kind: 'challenge', place: 'Challenges', status: 'published' },
        ...{ topics: topicsOf(tags), styles: [] },
      }),
    ),
    ...courses.flatMap((course) =>
      course.chapters.flatMap((chapter) =>
        chapter.lessons
          .filter((lesson) => lesson.href === lesson.canonicalHref)
          .map((lesson) => lessonItem(lesson, course, chapter, root)),
      ),
    ),
  ]
}

function courseItem(course: Course): ExploreItem {
  const lessons = course.chapters.flatMap((chapter) => chapter.lessons)
  const { id, title, summary, href, level, tags } = course
  const count = (many: number, word: string) => `${many} ${word}${many === 1 ? '' : 's'}`
  return {
    ...{ id: `course:${id}`, kind: 'course', title, summary, href, level },
    place: `${count(course.chapters.length, 'chapter')}, ${count(lessons.length, 'lesson')}`,
    topics: topicsOf([...tags, ...course.chapters.flatMap((chapter) => chapter.tags)]),
    styles: [],
    minutes: lessons.reduce((sum, lesson) => sum + lesson.minutes, 0),
    status: lessons.some(({ status }) => status === 'published') ? 'published' : 'planned',
  }
}

function lessonItem(lesson: Lesson, course: Course, chapter: Chapter, root: string): ExploreItem {
  const { id, title, summary, href, level, tags, minutes, status } = lesson
  return {
    ...{ id: `lesson:${id}`, kind: 'lesson', title, summary, href, level, minutes, status },
    place: `${course.title} · ${chapter.title}`,
    topics: topicsOf(tags),
    styles:
      status === 'planned' ? [] : stylesOf(lesson, root).map((slug) => ({ slug, label: slug.replaceAll('-', ' ') })),
  }
}

/** The default version, then the others by name: `versions/<name>.mdx`. */
function stylesOf(lesson: Pick<Lesson, 'folder' | 'defaultVersion'>, root: string): string[] {
  const folder = join(/*turbopackIgnore: true*/ root, lesson.folder, 'versions')
  const others = existsSync(/*turbopackIgnore: true*/ folder)
    ? readdirSync(/*turbopackIgnore: true*/ folder).filter((name) => name.endsWith('.mdx'))
    : []
  return [lesson.defaultVersion, ...others.map((name) => name.replace(/\.mdx$/, '')).sort()]
}

function topicsOf(tags: readonly string[]): { slug: string; label: string }[] {
  return [...new Map(tags.map((tag) => [tagSlug(tag), { slug: tagSlug(tag), label: tag }])).values()]
}
