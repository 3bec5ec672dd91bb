import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { LessonList } from '@/components/lesson/frame/lesson-list'
import { Badge } from '@/components/ui/badge'
import { findCourse, getCatalog } from '@/lib/course/catalog'
import { imageOfCourse, openGraphImages } from '@/lib/course/social-images'

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
  const openGraph = { title, description: summary, url: href, images: openGraphImages(imageOfCourse(course)) }
  return { title, description: summary, alternates: { canonical: href }, openGraph }
}

export default async function CoursePage({ params }: Props) {
  const course = findCourse((await params).course)
  if (course === null) notFound()
  return (
    <div className="mx-auto max-w-4xl px-4 pt-10 pb-20 sm:px-6">
      <p className="font-medium text-accent text-sm">Course</p>
      <h1 className="mt-2 text-4xl sm:text-5xl">{course.title}</h1>
      <p className="mt-4 max-w-[60ch] font-serif text-lg text-muted sm:text-xl">{course.summary}</p>
      <ul aria-label="Tags" className="mt-5 flex flex-wrap gap-2">
        {[course.level, ...course.tags].map((tag) => (
          <li key={tag}>
            <Badge>{tag}</Badge>
          </li>
        ))}
      </ul>
      {course.chapters.map((chapter) => (
        <section key={chapter.slug} aria-labelledby={chapter.slug} className="mt-14">
          <h2 id={chapter.slug} className="text-3xl">
            <Link href={chapter.href} className="underline-offset-4 hover:underline">
              {chapter.title}
            </Link>
          </h2>
          <p className="mt-2 mb-6 max-w-[65ch] text-muted">{chapter.summary}</p>
          <LessonList lessons={chapter.lessons} />
        </section>
      ))}
    </div>
  )
}
