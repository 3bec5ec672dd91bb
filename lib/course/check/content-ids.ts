/**
 * Every id that has been published, and the file that remembers them
 * (`content/ids.lock`): a learner's history points at ids, so one may be renamed
 * (`formerly:`) but never lost. Pure but for reading the tree it is given.
 */
import { type Catalog, type Lesson, lessonsOf } from '@/lib/course/catalog'
import type { ContentProblem } from '@/lib/course/files/content-error'
import { itemId, lessonIdOf } from '@/lib/course/ids'
import type { CardText, QuestionText } from '@/lib/course/schema'

/** What of a lesson's items the lock needs. */
export interface LessonItems {
  lesson: Lesson
  cards: readonly Pick<CardText, 'id' | 'formerly'>[]
  questions: readonly Pick<QuestionText, 'id' | 'formerly'>[]
  /** Full ids. */
  experiments: readonly string[]
  /** Which of these could not be read, so that their ids are hidden and not gone. */
  unread: readonly ItemKind[]
}

export type ItemKind = 'card' | 'question' | 'experiment'

export interface PublishedIds {
  /** Lines of the lock: `card relu.kink`. */
  current: string[]
  /** Ids that something current was published under before. */
  formerly: string[]
  /** Whether a line of the lock stands for something that could not be read: nobody knows whether it is still there. */
  isHidden: (line: string) => boolean
}

const HEADER = `# Every content id that was ever published, written by scripts/ids-lock.ts. Learners' histories point at them:
# an id may be renamed (say \`formerly: [old-id]\` where it now lives), never lost.
`

/** `lost`: lessons with a fault in lesson.yaml; null for an id that cannot be told, which then may be any. */
export function publishedIds(
  catalog: Catalog,
  items: readonly LessonItems[],
  lost: readonly { id: string | null }[],
): PublishedIds {
  const current: string[] = []
  const formerly: string[] = []
  for (const course of catalog.courses) {
    current.push(`course ${course.id}`, ...course.chapters.map((chapter) => `chapter ${chapter.id}`))
    formerly.push(...course.formerly, ...course.chapters.flatMap((chapter) => chapter.formerly))
  }
  formerly.push(...lessonsOf(catalog).flatMap((lesson) => lesson.formerly))
  for (const { lesson, cards, questions, experiments } of items) {
    current.push(`lesson ${lesson.id}`, ...experiments.map((id) => `experiment ${id}`))
    current.push(...cards.map((card) => `card ${itemId(lesson.id, card.id)}`))
    current.push(...questions.map((question) => `question ${itemId(lesson.id, question.id)}`))
    formerly.push(...[...cards, ...questions].flatMap((item) => item.formerly))
  }
  const lessons = new Map(items.map(({ lesson, unread }) => [lesson.id, unread]))
  const isLost = (lesson: string) => lost.some(({ id }) => id === null || id === lesson)
  const isHidden = (line: string) => {
    const { kind, id } = partsOf(line)
    const unread: readonly string[] | undefined = lessons.get(lessonIdOf(id))
    if (kind === 'course' || kind === 'chapter') return false
    return unread === undefined ? isLost(lessonIdOf(id)) : unread.includes(kind)
  }
  return { current: [...new Set(current)].sort(), formerly, isHidden }
}

/** `card relu.kink` → `{ kind: 'card', id: 'relu.kink' }` */
function partsOf(line: string): { kind: string; id: string } {
  const [kind = '', id = ''] = line.split(' ')
  return { kind, id }
}

export function parseLock(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
}

/** The lock that follows `before`: nothing leaves it. */
export function nextLock(before: readonly string[], { current }: Pick<PublishedIds, 'current'>): string {
  return `${HEADER}${[...new Set([...before, ...current])].sort().join('\n')}\n`
}

export function checkLock(lock: readonly string[], { current, formerly, isHidden }: PublishedIds): ContentProblem[] {
  const file = 'content/ids.lock'
  const idOf = (line: string) => partsOf(line).id
  const vanished = lock.filter((line) => !current.includes(line) && !formerly.includes(idOf(line)) && !isHidden(line))
  const unlisted = current.filter((line) => !lock.includes(line) && !isHidden(line))
  return [
    ...vanished.map((line) => ({
      file,
      key: line,
      message: `was published and is gone. Bring it back, or write \`formerly: [${idOf(line)}]\` at what took its place. If it never reached a reader, delete this line.`,
    })),
    ...unlisted.map((line) => ({
      file,
      key: line,
      message: 'is new. Run npm run ids:lock and commit the file.',
    })),
  ]
}
