/**
 * Everything a lesson's page shows besides its prose, gathered from the files of
 * the content tree. Server only; the components in `components/lesson` take it
 * as props.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentRoot } from '@/lib/course/files/content-root'
import { itemVersion } from '@/lib/course/files/item-version'
import { checkVocabulary } from '@/lib/course/prose/check-vocabulary'
import { type Heading, headingsOf, parseProse } from '@/lib/course/prose/lesson-prose'
import { type Chapter, type Course, findLessonById, type Lesson } from './catalog'
import { type CardView, loadDeck } from './deck'
import { type LessonExperiment, loadExperiments } from './experiments'
import { itemId } from './ids'
import { loadPublicQuestions, type PublicQuestion } from './questions'

export interface LessonPageData extends Omit<Lesson, 'prerequisites'> {
  /** Short hash of the prose. */
  version: string
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
}

/** Of a published lesson. Throws ContentError for what cannot be read. */
export async function loadLessonPage(course: Course, chapter: Chapter, lesson: Lesson): Promise<LessonPageData> {
  const prose = readProse(contentRoot(), lesson)
  const tree = parseProse(prose)
  return {
    ...lesson,
    version: itemVersion(prose),
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

/** The text of the lesson's default version. */
export function readProse(root: string, lesson: Pick<Lesson, 'folder'>): string {
  return readFileSync(
    /*turbopackIgnore: true*/ join(/*turbopackIgnore: true*/ root, lesson.folder, 'lesson.mdx'),
    'utf8',
  )
}
