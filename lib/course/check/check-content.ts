/**
 * Checks the whole content tree at once: every file parses, every id is unique
 * and still there, every link, anchor, number and claim has something behind it.
 * Reports all faults, none thrown. Not here: whether the claims are true, which
 * takes training (content.test.ts), and the rules of one lesson (check-lesson.ts).
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildCatalog, lessonsOf } from '@/lib/course/catalog'
import type { ContentProblem } from '@/lib/course/files/content-error'
import { suggestName } from '@/lib/course/prose/nearest-name'
import { checkGlossary } from './check-glossary'
import { checkLesson } from './check-lesson'
import { checkLock, type PublishedIds, parseLock, publishedIds } from './content-ids'

/** `root` is the content folder. */
export function checkContent(root: string): { problems: ContentProblem[]; ids: PublishedIds } {
  const { catalog, problems: faults } = buildCatalog(root)
  const problems = [...faults]
  const lessons = lessonsOf(catalog)
  const lessonIds = lessons.map((lesson) => lesson.id)
  const pages = new Set([
    '/',
    '/glossary',
    '/formulas',
    ...catalog.courses.flatMap((course) => [course.href, ...course.chapters.map((chapter) => chapter.href)]),
    ...lessons.map((lesson) => lesson.href),
    ...lessons
      .filter((lesson) => lesson.status === 'published')
      .flatMap((lesson) => [`${lesson.href}/flashcards`, `${lesson.href}/quiz`]),
  ])

  problems.push(...checkGlossary(root, lessons))
  const items = []
  for (const lesson of lessons) {
    const file = `content/${lesson.folder}/lesson.yaml`
    lesson.prerequisites.forEach((id, index) => {
      if (lessonIds.includes(id) && id !== lesson.id) return
      const message = `no other lesson has the id "${id}".${suggestName(id, lessonIds)}`
      problems.push({ file, key: `prerequisites[${index}]`, message })
    })
    if (lesson.bridge !== null && !existsSync(join(root, lesson.bridge))) {
      problems.push({
        file: `content/${lesson.bridge}`,
        key: null,
        message: 'is missing; lesson.yaml names it as the bridge.',
      })
    }
    if (lesson.status === 'planned' || lesson.href !== lesson.canonicalHref) continue
    const checked = checkLesson(root, lesson, pages)
    problems.push(...checked.problems)
    items.push(checked.items)
  }

  const ids = publishedIds(catalog, items)
  // A file that cannot be read hides its ids; they have not vanished.
  if (problems.length > 0) return { problems, ids }
  const path = join(root, 'ids.lock')
  return { problems: checkLock(existsSync(path) ? parseLock(readFileSync(path, 'utf8')) : [], ids), ids }
}
