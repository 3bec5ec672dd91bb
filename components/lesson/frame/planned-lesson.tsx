import type { LessonLink } from '@/components/lesson/lesson-data'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { Breadcrumb } from './breadcrumb'
import { LessonPager } from './lesson-pager'

interface Props {
  lesson: { title: string; summary: string; position: number; of: number }
  course: { title: string; href: string }
  chapter: { title: string; href: string }
  previous: LessonLink | null
  next: LessonLink | null
}

/** What can honestly be said of a lesson that is not written: its place and its aim. Nothing here can be completed. */
export function PlannedLesson({ lesson, course, chapter, previous, next }: Props) {
  return (
    <div className="mx-auto max-w-3xl px-4 pt-6 pb-20 sm:px-6">
      <Breadcrumb trail={[course, chapter]} here={lesson.title} />
      <p className="mt-8 flex items-center gap-3 font-medium text-accent text-sm">
        Lesson {lesson.position} of {lesson.of} <Badge tone="warn">planned</Badge>
      </p>
      <h1 className="mt-2 text-4xl sm:text-5xl">{lesson.title}</h1>
      <p className="mt-4 font-serif text-lg text-muted sm:text-xl">{lesson.summary}</p>
      <p className="mt-8 rounded-card border border-line border-dashed p-5">
        This lesson is planned and not yet written, so there is nothing to read, review or answer here, and it does not
        count towards your progress.
      </p>
      <p className="mt-6">
        <ButtonLink href={chapter.href} variant="secondary">
          All lessons of “{chapter.title}”
        </ButtonLink>
      </p>
      <div className="mt-12">
        <LessonPager previous={previous} next={next} />
      </div>
    </div>
  )
}
