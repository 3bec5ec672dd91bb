/**
 * Checks the whole content tree at once: every file parses, every id is unique
 * and still there, every link, anchor, number and claim has something behind it.
 * Reports all faults, none thrown. Not here: whether the claims are true, which
 * takes training (content.test.ts), and the rules of one lesson (check-lesson.ts).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildCatalog, type Catalog, type Lesson, lessonsOf, originalsOf } from '@/lib/course/catalog'
import type { ContentProblem } from '@/lib/course/files/content-error'
import { tagSlug } from '@/lib/course/ids'
import { suggestName } from '@/lib/course/prose/nearest-name'
import { checkBridge } from './check-bridge'
import { checkConcepts } from './check-concepts'
import { checkGlossary } from './check-glossary'
import { checkLesson } from './check-lesson'
import { checkPages } from './check-pages'
import { checkTimeline } from './check-timeline'
import { checkLock, type PublishedIds, parseLock, publishedIds } from './content-ids'

/** `root` is the content folder. */
export function checkContent(root: string): { problems: ContentProblem[]; ids: PublishedIds } {
  const { catalog, problems: faults } = buildCatalog(root)
  const problems = [...faults]
  const lessons = lessonsOf(catalog)
  const lessonIds = lessons.map((lesson) => lesson.id)
  const pages = new Set([
    '/',
    '/explore',
    '/mind-map',
    '/glossary',
    '/formulas',
    ...catalog.courses.flatMap((course) => [
      course.href,
      `${course.href}/mind-map`,
      ...course.chapters.map((chapter) => chapter.href),
    ]),
    ...lessons.map((lesson) => lesson.href),
    ...lessons
      .filter((lesson) => lesson.status === 'published')
      .flatMap((lesson) => [`${lesson.href}/flashcards`, `${lesson.href}/quiz`, `${lesson.href}/mind-map`]),
  ])
  const texts = checkPages(root, pages)
  problems.push(...texts.problems)
  for (const address of texts.addresses) pages.add(address)

  problems.push(...checkConcepts(root, originalsOf(catalog)), ...checkTags(catalog), ...checkSlugs(catalog))
  const timeline = checkTimeline(root, lessons)
  problems.push(...checkGlossary(root, lessons), ...timeline.problems)
  const items = []
  for (const lesson of lessons) {
    const file = `content/${lesson.folder}/lesson.yaml`
    lesson.prerequisites.forEach((id, index) => {
      if (lessonIds.includes(id) && id !== lesson.id) return
      const message = `no other lesson has the id "${id}".${suggestName(id, lessonIds)}`
      problems.push({ file, key: `prerequisites[${index}]`, message })
    })
    if (lesson.bridge !== null) problems.push(...checkBridge(root, lesson.bridge, pages))
    if (lesson.href !== lesson.canonicalHref) continue
    if (lesson.status === 'planned') {
      problems.push(...checkPlanned(root, lesson))
      continue
    }
    const checked = checkLesson(root, lesson, { pages, timeline: timeline.entries })
    problems.push(...checked.problems)
    items.push(checked.items)
  }

  const ids = publishedIds(catalog, items)
  // A file that cannot be read hides its ids; they have not vanished.
  if (problems.length > 0) return { problems, ids }
  const path = join(root, 'ids.lock')
  return { problems: checkLock(existsSync(path) ? parseLock(readFileSync(path, 'utf8')) : [], ids), ids }
}

/** A planned lesson has nothing that could be read, reviewed or answered, so that it cannot be completed. */
function checkPlanned(root: string, lesson: Lesson): ContentProblem[] {
  return readdirSync(join(root, lesson.folder))
    .filter((name) => name !== 'lesson.yaml' && !name.startsWith('.'))
    .map((name) => ({
      file: `content/${lesson.folder}/${name}`,
      key: null,
      message:
        'stands in a planned lesson, where nobody sees it. Take "status: planned" out of lesson.yaml, or this away.',
    }))
}

/** Two spellings of one tag would be two facets of /explore. */
function checkTags(catalog: Catalog): ContentProblem[] {
  const spellings = new Map<string, string>()
  return [...catalog.courses, ...catalog.courses.flatMap(({ chapters }) => chapters), ...originalsOf(catalog)].flatMap(
    ({ id, tags }) =>
      tags.flatMap((tag) => {
        const first = spellings.get(tagSlug(tag)) ?? tag
        spellings.set(tagSlug(tag), first)
        const message = `"${id}" spells the tag "${first}" as "${tag}". Choose one of the two.`
        return first === tag ? [] : [{ file: 'content', key: 'tags', message }]
      }),
  )
}

/** A course's own pages hang beside its chapters. */
function checkSlugs(catalog: Catalog): ContentProblem[] {
  return catalog.courses.flatMap(({ chapters }) =>
    chapters
      .filter(({ slug }) => slug === 'mind-map')
      .map(({ href }) => ({
        file: `content${href}`,
        key: null,
        message: 'has the address of the mind map. Rename it.',
      })),
  )
}
