/**
 * The catalog: every course, chapter and lesson on the site, read from the
 * content tree. Server only (it reads files). What a page needs to list, link
 * and describe lessons is here; a lesson's deck, questions and experiments are
 * in deck.ts, questions.ts and experiments.ts.
 */
import { join } from 'node:path'
import { ContentError, type ContentProblem } from '@/lib/course/files/content-error'
import { contentRoot } from '@/lib/course/files/content-root'
import type { LostFile } from '@/lib/course/files/lost-file'
import { memoByTree } from '@/lib/course/files/memo'
import { type LessonEntry, readTree } from '@/lib/course/files/tree'
import { suggestName } from '@/lib/course/prose/nearest-name'
import type { Authorship, Level, Reading, Source, VersionText } from './schema'

export type { Authorship, Level, Reading, Source } from './schema'

export interface Lesson {
  id: string
  courseSlug: string
  chapterSlug: string
  slug: string
  /** `/courses/<course>/<chapter>/<lesson>` where it stands in the tree. */
  href: string
  /** The same, of the place it was written for; differs from `href` only in a second course. */
  canonicalHref: string
  /** The folder of the lesson's files, relative to `content/`. */
  folder: string
  title: string
  summary: string
  objectives: string[]
  /** Ids of lessons. */
  prerequisites: string[]
  /** Knowledge no lesson here teaches, as sentences. */
  assumes: string[]
  /** Reading time in minutes; 0 where unknown (planned lessons). */
  minutes: number
  level: Level
  tags: string[]
  /** Ids of concepts.yaml. */
  concepts: string[]
  /** What to read elsewhere while it is planned. */
  meanwhile: Reading[]
  sources: Source[]
  authorship: Authorship | null
  status: 'published' | 'planned'
  defaultVersion: string
  /** The other versions, by name; versions.ts makes a list of all. */
  versions: Record<string, VersionText>
  formerly: string[]
  /** File in this folder that introduces a lesson borrowed from another course; null elsewhere. */
  bridge: string | null
  /** 1-based place in its chapter, out of `of`, planned lessons counted. */
  position: number
  of: number
}

export interface Chapter {
  id: string
  /** Relative to `content/`. */
  folder: string
  slug: string
  href: string
  title: string
  summary: string
  tags: string[]
  formerly: string[]
  lessons: Lesson[]
}

export interface Course {
  id: string
  slug: string
  href: string
  title: string
  summary: string
  level: Level
  tags: string[]
  /** Knowledge no lesson here teaches, as sentences. */
  assumes: string[]
  formerly: string[]
  chapters: Chapter[]
}

export interface Catalog {
  courses: Course[]
}

/** Throws ContentError naming every fault of the tree's YAML metadata. */
export function getCatalog(root: string = contentRoot()): Catalog {
  return memoByTree(`catalog:${root}`, root, () => {
    const { catalog, problems } = buildCatalog(root)
    if (problems.length > 0) throw new ContentError(problems)
    return catalog
  })
}

/** What could be read of a tree, and everything that could not. */
export interface BuiltCatalog {
  catalog: Catalog
  problems: ContentProblem[]
  /** Lessons with a fault in lesson.yaml, where they stand. */
  lost: (Pick<LostFile, 'id' | 'concepts'> & { href: string })[]
}

/** The same without throwing. */
export function buildCatalog(root: string): BuiltCatalog {
  const tree = readTree(root)
  const lost = tree.courses.flatMap(({ slug, chapters }) =>
    chapters.flatMap((chapter) =>
      chapter.lost.map((lesson) => ({ ...lesson, href: `/courses/${slug}/${chapter.slug}/${lesson.slug}` })),
    ),
  )
  const lostIds = lost.map(({ id }) => id)
  const problems = [...tree.problems]
  const originals = new Map<string, { entry: LessonEntry; href: string }>()
  for (const course of tree.courses) {
    for (const chapter of course.chapters) {
      for (const entry of chapter.lessons) {
        if ('sameAs' in entry.text) continue
        const href = `/courses/${course.slug}/${chapter.slug}/${entry.slug}`
        const twin = originals.get(entry.text.id)
        if (twin === undefined) originals.set(entry.text.id, { entry, href })
        else
          problems.push(
            problemAt(
              entry,
              'id',
              `"${entry.text.id}" is also the id of ${twin.entry.folder}. Ids are unique across the site.`,
            ),
          )
      }
    }
  }
  const courses = tree.courses.map(
    (course): Course => ({
      ...course.text,
      slug: course.slug,
      href: `/courses/${course.slug}`,
      chapters: course.chapters.map(
        (chapter): Chapter => ({
          ...chapter.text,
          folder: chapter.folder,
          slug: chapter.slug,
          href: `/courses/${course.slug}/${chapter.slug}`,
          lessons: chapter.lessons.flatMap((entry, index) => {
            const place = {
              courseSlug: course.slug,
              chapterSlug: chapter.slug,
              slug: entry.slug,
              href: `/courses/${course.slug}/${chapter.slug}/${entry.slug}`,
              position: index + 1,
              of: chapter.lessons.length,
            }
            const lesson = buildLesson(entry, place, originals, problems, lostIds)
            return lesson === null ? [] : [lesson]
          }),
        }),
      ),
    }),
  )
  return { catalog: { courses }, problems, lost }
}

type Place = Pick<Lesson, 'courseSlug' | 'chapterSlug' | 'slug' | 'href' | 'position' | 'of'>

function buildLesson(
  entry: LessonEntry,
  place: Place,
  originals: ReadonlyMap<string, { entry: LessonEntry; href: string }>,
  problems: ContentProblem[],
  lostIds: readonly (string | null)[],
): Lesson | null {
  const { text } = entry
  if ('sameAs' in text) {
    const original = originals.get(text.sameAs)
    if (original === undefined && !lostIds.includes(text.sameAs)) {
      problems.push(
        problemAt(
          entry,
          'sameAs',
          `no lesson has the id "${text.sameAs}".${suggestName(text.sameAs, [...originals.keys()])}`,
        ),
      )
    }
    if (original === undefined) return null
    const lesson = buildLesson(original.entry, place, originals, problems, lostIds)
    return lesson === null
      ? null
      : {
          ...lesson,
          canonicalHref: original.href,
          bridge: text.bridge === undefined ? null : join(entry.folder, text.bridge),
        }
  }
  const unwritten = { assumes: [], sources: [], authorship: null, defaultVersion: 'standard', versions: {} }
  return {
    meanwhile: [],
    ...unwritten,
    ...text,
    ...place,
    canonicalHref: place.href,
    folder: entry.folder,
    bridge: null,
  }
}

function problemAt(entry: LessonEntry, key: string, message: string): ContentProblem {
  return { file: `content/${entry.folder}/lesson.yaml`, key, message }
}

/** Every lesson where it stands, in order; one that stands in two courses comes twice. */
export function lessonsOf(catalog: Catalog): Lesson[] {
  return catalog.courses.flatMap((course) => course.chapters.flatMap((chapter) => chapter.lessons))
}

export function findCourse(slug: string): Course | null {
  return getCatalog().courses.find((course) => course.slug === slug) ?? null
}

export function findChapter(courseSlug: string, slug: string): { course: Course; chapter: Chapter } | null {
  const course = findCourse(courseSlug)
  const chapter = course?.chapters.find((candidate) => candidate.slug === slug)
  return course === null || chapter === undefined ? null : { course, chapter }
}

/** The lesson at this place in the tree, planned ones included. */
export function findLesson(courseSlug: string, chapterSlug: string, slug: string): Lesson | null {
  return findChapter(courseSlug, chapterSlug)?.chapter.lessons.find((lesson) => lesson.slug === slug) ?? null
}

/** Every lesson once, where it was written for. */
export function originalsOf(catalog: Catalog): Lesson[] {
  return lessonsOf(catalog).filter((lesson) => lesson.href === lesson.canonicalHref)
}

/** The lesson with this id, where it was written for. */
export function findLessonById(id: string): Lesson | null {
  return originalsOf(getCatalog()).find((lesson) => lesson.id === id) ?? null
}
