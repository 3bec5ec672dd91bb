import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MapPage } from '@/components/mind-map/map-page'
import { findCourse, getCatalog } from '@/lib/course/catalog'
import { getConcepts, glossaryHrefs } from '@/lib/course/concepts'
import { loadLessonFacts } from '@/lib/course/lesson-facts'
import { courseMap } from '@/lib/course/map/course-map'

interface Props {
  params: Promise<{ course: string }>
}

export const dynamicParams = false

export const generateStaticParams = () => getCatalog().courses.map(({ slug }) => ({ course: slug }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const course = findCourse((await params).course)
  if (course === null) return {}
  return {
    title: `Mind map: ${course.title}`,
    description: `The chapters and lessons of "${course.title}" on one sheet, with what builds on what.`,
    alternates: { canonical: `${course.href}/mind-map` },
  }
}

export default async function CourseMindMapPage({ params }: Props) {
  const course = findCourse((await params).course)
  if (course === null) notFound()
  const lessons = course.chapters.flatMap((chapter) => chapter.lessons)
  return (
    <MapPage
      trail={[course]}
      map={courseMap(course, getConcepts(), glossaryHrefs())}
      facts={await loadLessonFacts(lessons)}
      intro="Look at a lesson to see what it builds on and where it leads."
    />
  )
}
