import type { LessonFacts } from '@/lib/events/summary'
import type { Lesson } from './catalog'
import { loadDeck } from './deck'
import { listShownExperiments } from './lesson-page'
import { loadPublicQuestions } from './questions'

/**
 * What a page must know to fold a learner's log into progress, for those of `lessons` that can have any: each
 * published one once, wherever it stands. A planned lesson has no cards, questions or runs, and so is never there.
 */
export async function loadLessonFacts(lessons: readonly Lesson[]): Promise<LessonFacts[]> {
  const published = new Map(
    lessons.filter(({ status }) => status === 'published').map((lesson) => [lesson.id, lesson] as const),
  )
  return Promise.all(
    [...published.values()].map(async (lesson) => ({
      id: lesson.id,
      cardIds: (await loadDeck(lesson.id)).map(({ id }) => id),
      questionIds: loadPublicQuestions(lesson.id).map(({ id }) => id),
      experimentIds: listShownExperiments(lesson),
    })),
  )
}
