import type { Metadata } from 'next'
import { Dashboard } from '@/components/dashboard/dashboard'
import type { DashboardFacts } from '@/components/dashboard/dashboard-facts'
import { type Chapter, getCatalog, type Lesson } from '@/lib/course/catalog'
import { loadDeck } from '@/lib/course/deck'
import { listShownExperiments } from '@/lib/course/lesson-page'
import { loadPublicQuestions } from '@/lib/course/questions'

export const metadata: Metadata = {
  title: 'Dashboard',
  description: 'Your lessons, cards, answers and runs.',
}

const CHALLENGES = [
  {
    id: 'cifar-activation-swap',
    title: 'The CIFAR-10 activation swap',
    href: '/challenges/cifar-activation-swap',
  },
]

export default async function DashboardPage() {
  const facts = await loadFacts()
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-10 sm:px-6 sm:py-14">
      <h1 className="text-4xl">Your dashboard</h1>
      <p className="mt-2 mb-10 text-muted">What you have done, and what is worth doing next.</p>
      <Dashboard facts={facts} />
      <noscript>
        <p>The dashboard needs JavaScript: it is made from the log in your browser.</p>
      </noscript>
    </div>
  )
}

async function loadFacts(): Promise<DashboardFacts> {
  const chapters = getCatalog().courses.flatMap((course) => course.chapters)
  const lessons = await Promise.all(
    chapters.flatMap((chapter) => chapter.lessons.filter(isOriginal).map((lesson) => factsOf(lesson, chapter))),
  )
  return { lessons, challenges: CHALLENGES, firstLessonHref: lessons[0]?.href ?? null }
}

/** Published, and where it was written for: a lesson in two courses has one progress. */
function isOriginal(lesson: Lesson): boolean {
  return lesson.status === 'published' && lesson.href === lesson.canonicalHref
}

async function factsOf(lesson: Lesson, chapter: Chapter) {
  const { id, title, href } = lesson
  const deck = await loadDeck(id)
  return {
    id,
    title,
    href,
    chapterTitle: chapter.title,
    cardIds: deck.map((card) => card.id),
    questionIds: loadPublicQuestions(id).map((question) => question.id),
    experimentIds: listShownExperiments(lesson),
  }
}
