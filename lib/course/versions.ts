/**
 * The versions of a lesson: one subject told in several tones. `lesson.mdx` is
 * the default, the others are `versions/<name>.mdx`. They share the lesson's id
 * and with it progress, cards, quiz and claims; check/check-versions.ts sees
 * that they agree. Pure.
 */
import type { Authorship, Lesson } from './catalog'

export interface LessonVersion {
  /** `plain` */
  name: string
  /** `Plain` */
  title: string
  /** The file of its text, in the lesson's folder. */
  file: string
  /** Of the place that the lesson was asked for at. */
  href: string
  summary: string
  authorship: Authorship | null
}

type Versioned = Pick<Lesson, 'href' | 'summary' | 'authorship' | 'defaultVersion' | 'versions'>

/** The default version first, then the others as lesson.yaml lists them. */
export function listVersions(lesson: Versioned): [LessonVersion, ...LessonVersion[]] {
  const { href, summary, authorship, defaultVersion } = lesson
  const others = Object.entries(lesson.versions).map(
    ([name, text]): LessonVersion => ({
      name,
      title: titleOf(name),
      file: `versions/${name}.mdx`,
      href: `${href}/v/${name}`,
      summary: text.summary ?? summary,
      authorship: text.authorship,
    }),
  )
  const title = titleOf(defaultVersion)
  return [{ name: defaultVersion, title, file: 'lesson.mdx', href, summary, authorship }, ...others]
}

export function findVersion(lesson: Versioned, name: string): LessonVersion | null {
  return listVersions(lesson).find((version) => version.name === name) ?? null
}

/** `in-verse` → `In verse` */
function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
