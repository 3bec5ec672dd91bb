import type { Metadata } from 'next'
import { CHALLENGES } from '@/components/challenge/challenges'
import { Dashboard } from '@/components/dashboard/dashboard'
import type { DashboardFacts } from '@/components/dashboard/dashboard-facts'
import { getCatalog, type Lesson } from '@/lib/course/catalog'
import { loadLessonFacts } from '@/lib/course/lesson-facts'

export const metadata: Metadata = {
  title: 'Dashboard',
  description: 'Your lessons, cards, answers and runs.',
}

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
  const places = chapters.flatMap((chapter) =>
    chapter.lessons.filter(isOriginal).map((lesson) => ({ lesson, chapterTitle: chapter.title })),
  )
  const facts = await loadLessonFacts(places.map(({ lesson }) => lesson))
  const lessons = facts.flatMap((fact) => {
    const place = places.find(({ lesson }) => lesson.id === fact.id)
    if (place === undefined) return []
    const { lesson, chapterTitle } = place
    return [{ ...fact, title: lesson.title, href: lesson.href, chapterTitle }]
  })
  return {
    lessons,
    challenges: CHALLENGES.map(({ id, title, href }) => ({ id, title, href })),
    firstLessonHref: lessons[0]?.href ?? null,
  }
}

/** Published, and where it was written for: a lesson in two courses has one progress. */
function isOriginal(lesson: Lesson): boolean {
  return lesson.status === 'published' && lesson.href === lesson.canonicalHref
}
