/**
 * Where a new lesson goes and what it is called, or why it cannot be. Looks at
 * the tree and writes nothing. A lesson that is planned there under this name is
 * begun; any other takes the next number and its name as id.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseLock } from '@/lib/course/check/content-ids'
import { type ChapterEntry, type LessonEntry, type LessonText, readTree } from '@/lib/course/files/tree'
import { LOCAL_ID, parseNumberedFolder, tagSlug } from '@/lib/course/ids'
import { suggestName } from '@/lib/course/prose/nearest-name'

export interface LessonPlan {
  id: string
  /** Relative to `content/`. */
  folder: string
  /** What stands in the lesson.yaml of a planned lesson; null for a lesson that nobody planned. */
  planned: PlannedText | null
}

export type PlannedText = Extract<LessonText, { status: 'planned' }>

const LONGEST_ID = 64
const LAST_NUMBER = 99

/** `root` is the content folder. A refusal is one sentence that says what to do. */
export function planLesson(root: string, chapterName: string, slug: string): LessonPlan | { refusal: string } {
  const refuse = (refusal: string) => ({ refusal })
  const { courses } = readTree(root)
  const chapters = courses.flatMap((course) => course.chapters)
  const named = chapters.filter((chapter) => namesOf(chapter).includes(chapterName.replace(/\/$/, '')))
  const [chapter] = named
  if (chapter === undefined) {
    const known = chapters.map((one) => one.slug)
    return refuse(`There is no chapter "${chapterName}".${suggestName(chapterName, known)}`)
  }
  if (named.length > 1) {
    const folders = named.map(({ folder }) => folder).join(' and ')
    return refuse(`"${chapterName}" is the name of ${named.length} chapters. Write the folder: ${folders}.`)
  }
  const numbered = parseNumberedFolder(slug)
  if (numbered !== null)
    return refuse(`Leave the number of "${slug}" away: write "${numbered.slug}", it gets the next.`)
  if (!LOCAL_ID.test(slug)) {
    const better = tagSlug(slug)
    const such = better === '' ? 'such as "two-kinds-of-error"' : `such as "${better}"`
    return refuse(`"${slug}" cannot be an address. Write lower-case words joined by hyphens, ${such}.`)
  }
  if (slug.length > LONGEST_ID) {
    return refuse(`"${slug}" is too long. Write ${LONGEST_ID} characters at most; the title may say more.`)
  }
  const there = chapter.lessons.find((lesson) => lesson.slug === slug)
  if (there !== undefined) return planThere(there, chapter)
  if (chapter.lost.some((lesson) => lesson.slug === slug)) {
    return refuse(
      `The lesson "${slug}" is there already, and its lesson.yaml has faults. npm run check:content names them.`,
    )
  }
  const owner = chapters.flatMap(({ lessons }) => lessons).find(({ text }) => 'id' in text && text.id === slug)
  if (owner !== undefined) {
    return refuse(`"${slug}" is the id of the lesson in ${owner.folder}, and ids are unique. Choose another name.`)
  }
  if (lockedIds(root).includes(slug)) {
    return refuse(`"${slug}" was once the id of a lesson, and ids are never reused. Choose another name.`)
  }
  const number = nextNumber(root, chapter)
  if (number > LAST_NUMBER) return refuse(`${chapter.folder} is full: its last number is ${LAST_NUMBER}.`)
  return { id: slug, folder: `${chapter.folder}/${String(number).padStart(2, '0')}-${slug}`, planned: null }
}

function planThere(lesson: LessonEntry, { slug }: ChapterEntry): LessonPlan | { refusal: string } {
  const { text, folder } = lesson
  if ('sameAs' in text || text.status !== 'planned') {
    return { refusal: `The chapter "${slug}" has a lesson "${lesson.slug}", in ${folder}. Choose another name.` }
  }
  return { id: text.id, folder, planned: text }
}

/** `activation-functions`, `01-activation-functions`, with or without the course before it, or its id. */
function namesOf({ slug, folder, text }: ChapterEntry): string[] {
  const [course = '', name = ''] = folder.split('/')
  return [...new Set([slug, name, folder, `content/${folder}`, `${course}/${slug}`, text.id])]
}

function nextNumber(root: string, { folder }: ChapterEntry): number {
  return Math.max(0, ...readdirSync(join(root, folder)).map((name) => parseNumberedFolder(name)?.order ?? 0)) + 1
}

function lockedIds(root: string): string[] {
  const path = join(root, 'ids.lock')
  const lines = existsSync(path) ? parseLock(readFileSync(path, 'utf8')) : []
  return lines.flatMap((line) => (line.startsWith('lesson ') ? [line.slice('lesson '.length)] : []))
}
