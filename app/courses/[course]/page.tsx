/** A course: what it is about, its tree of chapters and lessons, what to bring. Static; progress comes by islands. */
import { Waypoints } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChapterFolds } from '@/components/course/chapter-folds'
import { FactsCard } from '@/components/course/facts-card'
import { countLessons, describeOpen, describeTime } from '@/components/course/outline'
import { StructuredData } from '@/components/course/structured-data'
import { StudyProgress } from '@/components/course/study-progress'
import { TagLinks } from '@/components/course/tag-links'
import { Breadcrumb } from '@/components/lesson/frame/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { findCourse, getCatalog } from '@/lib/course/catalog'
import { outlineCourse } from '@/lib/course/course-outline'
import { loadLessonFacts } from '@/lib/course/lesson-facts'
import { imageOfCourse, openGraphImages } from '@/lib/course/social-images'
import { publicOrigin } from '@/lib/http/own-origin'

interface Props {
  params: Promise<{ course: string }>
}

export const dynamicParams = false

export function generateStaticParams() {
  return getCatalog().courses.map(({ slug }) => ({ course: slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const course = findCourse((await params).course)
  if (course === null) return {}
  const { title, summary, href } = course
  return {
    title,
    description: summary,
    alternates: { canonical: href },
    openGraph: {
      type: 'website',
      title,
      description: summary,
      url: href,
      images: openGraphImages(imageOfCourse(course)),
    },
  }
}

export default async function CoursePage({ params }: Props) {
  const { courses } = getCatalog()
  const course = findCourse((await params).course)
  if (course === null) notFound()
  const chapters = outlineCourse(course, courses)
  const lessons = chapters.flatMap((chapter) => chapter.lessons)
  const facts = await loadLessonFacts(course.chapters.flatMap((chapter) => chapter.lessons))
  const minutes = chapters.reduce((sum, chapter) => sum + chapter.minutes, 0)
  return (
    <div className="mx-auto max-w-6xl px-4 pt-6 pb-20 sm:px-6">
      <StructuredData
        data={{
          '@type': 'Course',
          name: course.title,
          description: course.summary,
          url: new URL(course.href, publicOrigin()).href,
          inLanguage: 'en-GB',
          educationalLevel: course.level,
          keywords: course.tags.join(', '),
          isAccessibleForFree: true,
          provider: { '@type': 'Organization', name: 'Nonlinear', url: publicOrigin() },
        }}
      />
      <Breadcrumb trail={[{ title: 'Explore', href: '/explore' }]} here={course.title} />
      <div className="mt-8 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <header>
          <p className="font-medium text-accent text-sm">Course</p>
          <h1 className="mt-2 text-4xl sm:text-5xl">{course.title}</h1>
          <p className="mt-4 max-w-[60ch] font-serif text-lg text-muted sm:text-xl">{course.summary}</p>
          <div className="mt-5">
            <TagLinks tags={course.tags} />
          </div>
        </header>
        <section
          aria-label="Where you are"
          className="rounded-card border border-line bg-surface p-5 shadow-raised lg:row-start-1 lg:[grid-column:2] lg:self-end"
        >
          <StudyProgress lessons={lessons} facts={facts} />
        </section>
        <section aria-labelledby="chapters" className="min-w-0">
          <ChapterFolds chapters={chapters} facts={facts} />
        </section>
        <aside aria-label="About this course" className="grid content-start gap-4 lg:pt-12">
          <FactsCard
            rows={[
              { title: 'Level', value: <span className="block first-letter:uppercase">{course.level}</span> },
              { title: 'Lessons', value: `${countLessons(lessons)}: ${describeOpen(lessons)}` },
              { title: 'Time', value: `${describeTime(minutes)}, experiments included` },
              {
                title: 'Bring along',
                value: (
                  <ul className="grid gap-1.5">
                    {course.assumes.map((knowledge) => (
                      <li key={knowledge}>{knowledge}</li>
                    ))}
                  </ul>
                ),
              },
            ].filter(({ title }) => title !== 'Bring along' || course.assumes.length > 0)}
          />
          <ButtonLink href={`${course.href}/mind-map`} variant="secondary">
            <Waypoints aria-hidden="true" className="size-4" />
            Mind map of the course
          </ButtonLink>
        </aside>
      </div>
    </div>
  )
}
