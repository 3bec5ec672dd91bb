/**
 * Everything a lesson's page shows besides its prose, gathered from the files of
 * the content tree. Server only; the components in `components/lesson` take it
 * as props.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSections } from '@/lib/course/check/check-sections'
import { ContentError } from '@/lib/course/files/content-error'
import { contentRoot } from '@/lib/course/files/content-root'
import { itemVersion } from '@/lib/course/files/item-version'
import { checkVocabulary } from '@/lib/course/prose/check-vocabulary'
import { type Heading, headingsOf, parseProse } from '@/lib/course/prose/lesson-prose'
import { readingMinutes } from '@/lib/course/prose/reading-time'
import { type Chapter, type Course, findLessonById, type Lesson } from './catalog'
import { type CardView, loadDeck } from './deck'
import { type LessonExperiment, loadExperiments } from './experiments'
import { itemId } from './ids'
import { loadPublicQuestions, type PublicQuestion } from './questions'
import { loadHistoryOfLesson } from './timeline'
import { type LessonVersion, listVersions } from './versions'

export interface LessonPageData extends Omit<Lesson, 'prerequisites' | 'versions'> {
  /** Short hash of the prose. */
  itemVersion: string
  /** The one that the page shows; its summary and authorship are the page's. */
  version: LessonVersion
  /** All of them, the default first, with the time it takes to read. */
  versions: (LessonVersion & { readingMinutes: number })[]
  course: { title: string; href: string }
  chapter: { title: string; href: string }
  prerequisites: Lesson[]
  headings: Heading[]
  previous: Lesson | null
  next: Lesson | null
  cards: CardView[]
  questions: PublicQuestion[]
  experiments: LessonExperiment[]
  /** Ids of the experiments that the prose shows; the others only stand behind a sentence. */
  shownExperiments: string[]
  /** What the timeline tells of it, oldest first. */
  history: { href: string; years: string; title: string }[]
}

/**
 * Of a published lesson, in one of its versions. Throws ContentError for what cannot be read, and where the versions'
 * sections differ, so that no page is built whose switch leads nowhere.
 */
export async function loadLessonPage(
  course: Course,
  chapter: Chapter,
  lesson: Lesson,
  version: LessonVersion = listVersions(lesson)[0],
): Promise<LessonPageData> {
  const texts = listVersions(lesson).map((telling) => {
    const prose = readProse(contentRoot(), lesson, telling.file)
    return { ...telling, file: `content/${lesson.folder}/${telling.file}`, prose, tree: parseProse(prose) }
  })
  const faults = checkSections(texts)
  if (faults.length > 0) throw new ContentError(faults)
  const text = texts.find(({ name }) => name === version.name)
  if (text === undefined) throw new Error(`The lesson "${lesson.id}" has no version "${version.name}".`)
  const { prose, tree } = text
  return {
    ...lesson,
    summary: version.summary,
    authorship: version.authorship,
    itemVersion: itemVersion(prose),
    version,
    versions: texts.map(({ prose: _, tree: read, ...telling }) => ({
      ...telling,
      readingMinutes: readingMinutes(read),
    })),
    course: { title: course.title, href: course.href },
    chapter: { title: chapter.title, href: chapter.href },
    prerequisites: lesson.prerequisites.map(findLessonById).filter((found) => found !== null),
    headings: headingsOf(tree),
    previous: chapter.lessons[lesson.position - 2] ?? null,
    next: chapter.lessons[lesson.position] ?? null,
    cards: await loadDeck(lesson.id),
    questions: loadPublicQuestions(lesson.id),
    experiments: loadExperiments(lesson.id),
    shownExperiments: shownIn(tree, lesson.id),
    history: loadHistoryOfLesson(lesson.canonicalHref).map(({ href, years, title }) => ({ href, years, title })),
  }
}

/** Ids of the experiments that a learner can run in the lesson, in the order of the prose: what its progress counts. */
export function listShownExperiments(lesson: Pick<Lesson, 'id' | 'folder'>): string[] {
  return shownIn(parseProse(readProse(contentRoot(), lesson)), lesson.id)
}

function shownIn(tree: ReturnType<typeof parseProse>, lessonId: string): string[] {
  return checkVocabulary(tree)
    .uses.filter(({ tag }) => tag === 'Experiment')
    .map(({ props }) => itemId(lessonId, String(props.id)))
}

/** The text of a version by its file; of the default one unless said otherwise. */
export function readProse(root: string, lesson: Pick<Lesson, 'folder'>, file = 'lesson.mdx'): string {
  return readFileSync(/*turbopackIgnore: true*/ join(/*turbopackIgnore: true*/ root, lesson.folder, file), 'utf8')
}
