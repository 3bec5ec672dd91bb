import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumb } from '@/components/lesson/frame/breadcrumb'
import { LessonList } from '@/components/lesson/frame/lesson-list'
import { ViewCount } from '@/components/lesson/frame/view-count'
import { ButtonLink } from '@/components/ui/button'
import { findChapter, getCatalog } from '@/lib/course/catalog'

interface Props {
  params: Promise<{ course: string; chapter: string }>
}

export const dynamicParams = false

export function generateStaticParams() {
  return getCatalog().courses.flatMap((course) =>
    course.chapters.map((chapter) => ({ course: course.slug, chapter: chapter.slug })),
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, chapter } = await params
  const found = findChapter(course, chapter)?.chapter
  return found === undefined
    ? {}
    : { title: found.title, description: found.summary, alternates: { canonical: found.href } }
}

export default async function ChapterPage({ params }: Props) {
  const { course: courseSlug, chapter: chapterSlug } = await params
  const found = findChapter(courseSlug, chapterSlug)
  if (found === null) notFound()
  const { course, chapter } = found
  const open = chapter.lessons.filter((lesson) => lesson.status === 'published')
  const first = open[0]
  return (
    <div className="mx-auto max-w-4xl px-4 pt-6 pb-20 sm:px-6">
      <Breadcrumb trail={[course]} here={chapter.title} />
      <h1 className="mt-8 text-4xl sm:text-5xl">{chapter.title}</h1>
      <p className="mt-4 max-w-[60ch] font-serif text-lg text-muted sm:text-xl">{chapter.summary}</p>
      <p className="mt-4 text-muted text-sm">{`${open.length} of ${chapter.lessons.length} lessons are open; the others are planned.`}</p>
      <p className="mt-2 text-muted text-sm">
        <ViewCount kind="chapter" id={chapter.id} />
      </p>
      {first === undefined ? null : (
        <p className="mt-6">
          <ButtonLink href={first.href} size="lg">
            Start with lesson {first.position}
          </ButtonLink>
        </p>
      )}
      <div className="mt-10">
        <LessonList lessons={chapter.lessons} />
      </div>
    </div>
  )
}
