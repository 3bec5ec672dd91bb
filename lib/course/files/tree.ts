/**
 * Reads the content tree: which courses, chapters and lessons there are, in
 * which order, with their metadata. A lesson is found because its folder is
 * there; nothing lists it. Faults are collected, not thrown, so that one look
 * reports them all. Not here: links between lessons (catalog.ts), cards,
 * questions and prose.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type * as z from 'zod'
import { LOCAL_ID, parseNumberedFolder } from '@/lib/course/ids'
import {
  chapterSchema,
  courseSchema,
  lessonSchemaFor,
  type plannedLessonSchema,
  type publishedLessonSchema,
  type sameLessonSchema,
} from '@/lib/course/schema'
import { ContentError, type ContentProblem } from './content-error'
import { type LostFile, readLostFile } from './lost-file'
import { displayPath, loadYamlFile } from './yaml-file'

/** The one folder under `content/` that is no course: the pages that are text (site-pages.ts). */
export const PAGES_FOLDER = 'pages'

export type LessonText =
  | z.infer<typeof publishedLessonSchema>
  | z.infer<typeof plannedLessonSchema>
  | z.infer<typeof sameLessonSchema>

/** One folder of the tree. `folder` is relative to the content folder, with `/`. */
interface Entry<T> {
  slug: string
  folder: string
  text: T
}
export type LessonEntry = Entry<LessonText>
export type ChapterEntry = Entry<z.infer<typeof chapterSchema>> & { lessons: LessonEntry[]; lost: LostFile[] }
export type CourseEntry = Entry<z.infer<typeof courseSchema>> & { chapters: ChapterEntry[] }

export interface ContentTree {
  courses: CourseEntry[]
  problems: ContentProblem[]
}

/** `root` is the content folder, absolute. Never throws for what an author wrote. */
export function readTree(root: string): ContentTree {
  const problems: ContentProblem[] = []
  const read = <T extends z.ZodType>(path: string, schema: T | ((value: unknown) => T)) => {
    try {
      return loadYamlFile(root, join(/*turbopackIgnore: true*/ root, path), schema)
    } catch (error) {
      if (!(error instanceof ContentError)) throw error
      problems.push(...error.problems)
      return null
    }
  }

  const lostFile = (slug: string, path: string) => readLostFile(join(/*turbopackIgnore: true*/ root, path), slug)
  const standIn = (slug: string, path: string) => ({ ...unreadable, id: lostFile(slug, path).id ?? slug })

  const courses: CourseEntry[] = []
  for (const slug of foldersIn(root)) {
    if (slug === PAGES_FOLDER) continue
    if (!LOCAL_ID.test(slug)) {
      problems.push({
        file: `content/${slug}`,
        key: null,
        message: 'is no course: name the folder in lower-case words joined by hyphens.',
      })
      continue
    }
    const text = read(`${slug}/course.yaml`, courseSchema)
    const chapters: ChapterEntry[] = []
    for (const chapter of numberedFolders(root, slug, problems)) {
      const chapterText = read(`${chapter.folder}/chapter.yaml`, chapterSchema)
      const lessons: LessonEntry[] = []
      const lost: LostFile[] = []
      for (const lesson of numberedFolders(root, chapter.folder, problems)) {
        const lessonText = read(`${lesson.folder}/lesson.yaml`, lessonSchemaFor)
        if (lessonText !== null) lessons.push({ ...lesson, text: lessonText })
        else lost.push(lostFile(lesson.slug, `${lesson.folder}/lesson.yaml`))
      }
      chapters.push({
        ...chapter,
        text: chapterText ?? standIn(chapter.slug, `${chapter.folder}/chapter.yaml`),
        lessons,
        lost,
      })
    }
    courses.push({ slug, folder: slug, text: text ?? standIn(slug, `${slug}/course.yaml`), chapters })
  }
  if (courses.length === 0 && problems.length === 0) {
    problems.push({ file: 'content', key: null, message: 'holds no course: a course is a folder with a course.yaml.' })
  }
  return { courses, problems }
}

/** Stands in for a course.yaml or chapter.yaml that is reported as a problem, so that what lies below is still looked at. */
const unreadable = { title: '', summary: '', level: 'beginner' as const, tags: [], assumes: [], formerly: [] }

function foldersIn(path: string): string[] {
  if (!existsSync(/*turbopackIgnore: true*/ path)) return []
  return readdirSync(/*turbopackIgnore: true*/ path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort()
}

/** The `NN-slug` folders under `folder`, in order; two with one number or one slug are a fault. */
function numberedFolders(root: string, folder: string, problems: ContentProblem[]): { slug: string; folder: string }[] {
  const found: { order: number; slug: string; folder: string }[] = []
  for (const name of foldersIn(join(/*turbopackIgnore: true*/ root, folder))) {
    const parsed = parseNumberedFolder(name)
    const path = `${folder}/${name}`
    const file = displayPath(root, join(/*turbopackIgnore: true*/ root, path))
    if (parsed === null) {
      problems.push({ file, key: null, message: 'must be named NN-slug, such as "03-relu-and-dead-units".' })
      continue
    }
    const twin = found.find((other) => other.order === parsed.order || other.slug === parsed.slug)
    if (twin !== undefined) {
      problems.push({ file, key: null, message: `has the number or the slug of ${twin.folder}. Renumber one of them.` })
      continue
    }
    found.push({ ...parsed, folder: path })
  }
  return found.sort((a, b) => a.order - b.order)
}
