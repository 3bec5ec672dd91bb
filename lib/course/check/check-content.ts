/**
 * Checks the whole content tree at once: every file parses, every id is unique
 * and still there, every link, anchor, number, claim and objective has something
 * behind it. Reports all faults, none thrown; `npm run check:content` prints them
 * and the content test asks for none. Not here: whether claims are true and
 * snippets run, which takes running them (scripts/), and the rules of one lesson
 * (check-lesson.ts).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildCatalog, type Catalog, type Lesson, lessonsOf, originalsOf } from '@/lib/course/catalog'
import type { ContentProblem } from '@/lib/course/files/content-error'
import { tagSlug } from '@/lib/course/ids'
import { suggestName } from '@/lib/course/prose/nearest-name'
import { readSitePages } from '@/lib/course/site-pages'
import { checkBridge } from './check-bridge'
import { checkConcepts } from './check-concepts'
import { checkCurriculum } from './check-curriculum'
import { checkGlossary } from './check-glossary'
import { checkLesson } from './check-lesson'
import { checkPages } from './check-pages'
import { checkTimeline } from './check-timeline'
import { checkLock, type PublishedIds, parseLock, publishedIds } from './content-ids'
import { readLessonTexts } from './lesson-texts'
import { siteAddresses } from './site-addresses'

/** `root` is the content folder. */
export function checkContent(root: string): { problems: ContentProblem[]; ids: PublishedIds } {
  const built = buildCatalog(root)
  const { catalog, lost } = built
  const lessons = lessonsOf(catalog)
  const originals = originalsOf(catalog)
  const lessonIds = [...lessons, ...lost].flatMap(({ id }) => id ?? [])
  const written = originals.filter(({ status }) => status === 'published')
  const read = new Map(written.map((lesson) => [lesson.id, readLessonTexts(root, lesson)]))
  const texts = readSitePages(root)
  const site = siteAddresses(root, built, read, texts.pages)
  const timeline = checkTimeline(root, lessonIds)
  const problems = [
    ...built.problems,
    ...texts.problems,
    ...checkPages(root, texts.pages, site),
    ...checkConcepts(root, originals, lost),
    ...checkTags(catalog),
    ...checkSlugs(catalog),
    ...checkFolderIds(catalog),
    ...checkGlossary(root, lessonIds),
    ...timeline.problems,
    ...lessons.flatMap((lesson) => checkPrerequisites(lesson, lessonIds)),
    ...lessons.flatMap(({ bridge }) => (bridge === null ? [] : checkBridge(root, bridge, site))),
    ...originals.filter(({ status }) => status === 'planned').flatMap((lesson) => checkPlanned(root, lesson)),
  ]
  const checked = written.flatMap((lesson) => {
    const found = read.get(lesson.id)
    return found === undefined ? [] : [checkLesson(root, lesson, found, { site, timeline: timeline.entries })]
  })
  const items = checked.map((lesson) => lesson.items)
  const ids = publishedIds(catalog, items, lost)
  const path = join(root, 'ids.lock')
  problems.push(
    ...checked.flatMap((lesson) => lesson.problems),
    ...checkCurriculum(root, checked, lost),
    ...checkLock(existsSync(path) ? parseLock(readFileSync(path, 'utf8')) : [], ids),
  )
  return { problems, ids }
}

function checkPrerequisites(lesson: Lesson, ids: readonly string[]): ContentProblem[] {
  return lesson.prerequisites.flatMap((id, index) => {
    if (ids.includes(id) && id !== lesson.id) return []
    const message = `no other lesson has the id "${id}".${suggestName(id, ids)}`
    return [{ file: `content/${lesson.folder}/lesson.yaml`, key: `prerequisites[${index}]`, message }]
  })
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

/** Ids of courses, and of chapters, each name one thing on the site. */
function checkFolderIds(catalog: Catalog): ContentProblem[] {
  const { courses } = catalog
  const named = [
    ...courses.map(({ id, slug }) => ({ id, kind: 'course', file: `content/${slug}/course.yaml` })),
    ...courses.flatMap(({ chapters }) =>
      chapters.map(({ id, folder }) => ({ id, kind: 'chapter', file: `content/${folder}/chapter.yaml` })),
    ),
  ]
  return named.flatMap(({ id, kind, file }, index) => {
    const first = named.findIndex((other) => other.kind === kind && other.id === id)
    if (first === index) return []
    const message = `"${id}" is also the id of the ${kind} in ${named[first]?.file}. Give it its own.`
    return [{ file, key: 'id', message }]
  })
}
