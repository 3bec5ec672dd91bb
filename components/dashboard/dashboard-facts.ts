/** What the dashboard's page knows of the courses, handed over as props. */
import type { LessonFacts } from '@/lib/events/summary'

export interface DashboardLesson extends LessonFacts {
  title: string
  href: string
  chapterTitle: string
}

export interface DashboardFacts {
  lessons: DashboardLesson[]
  /** What a run can belong to besides a lesson's experiment: challenges, by their slug. */
  challenges: { id: string; title: string; href: string }[]
  /** Where a newcomer begins. */
  firstLessonHref: string | null
}
