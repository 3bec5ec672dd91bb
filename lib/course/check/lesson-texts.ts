/**
 * The texts of a published lesson, parsed once for all checks: one a version, the
 * default one first. What cannot be read is a fault, and never thrown.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Root } from 'mdast'
import type { Lesson } from '@/lib/course/catalog'
import type { ContentProblem } from '@/lib/course/files/content-error'
import { readProse } from '@/lib/course/lesson-page'
import { type Heading, headingsOf, parseProse } from '@/lib/course/prose/lesson-prose'
import { listVersions } from '@/lib/course/versions'

export interface LessonText {
  /** Of the version. */
  name: string
  /** `content/…/lesson.mdx` */
  file: string
  tree: Root
  headings: readonly Heading[]
}

export interface LessonTexts {
  /** Those that could be read. */
  texts: readonly LessonText[]
  /** Headings of the default text; null where it cannot be read. */
  headings: readonly Heading[] | null
  faults: readonly ContentProblem[]
}

export function readLessonTexts(root: string, lesson: Lesson): LessonTexts {
  const texts: LessonText[] = []
  const faults: ContentProblem[] = []
  for (const { name, file: path } of listVersions(lesson)) {
    const file = `content/${lesson.folder}/${path}`
    if (!existsSync(join(root, lesson.folder, path))) {
      faults.push({ file, key: null, message: 'is missing; a published lesson has its text here.' })
      continue
    }
    try {
      const tree = parseProse(readProse(root, lesson, path))
      texts.push({ name, file, tree, headings: headingsOf(tree) })
    } catch (error) {
      faults.push({ file, key: placeOf(error), message: error instanceof Error ? error.message : String(error) })
    }
  }
  return { texts, headings: texts.find(({ name }) => name === lesson.defaultVersion)?.headings ?? null, faults }
}

/** `12:4` of an MDX syntax error. */
function placeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null
  const { line, column } = error as { line?: unknown; column?: unknown }
  return typeof line === 'number' ? `${line}:${typeof column === 'number' ? column : 1}` : null
}
