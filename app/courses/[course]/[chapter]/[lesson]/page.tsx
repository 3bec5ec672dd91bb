import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PlannedLesson } from '@/components/lesson/frame/planned-lesson'
import { findLessonAt, type LessonPlace, listLessonPlaces } from '@/lib/course/lesson-place'
import { LessonDocument } from './lesson-document'

interface Props {
  params: Promise<LessonPlace>
}

export const dynamicParams = false

export const generateStaticParams = () => listLessonPlaces()

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lesson = findLessonAt(await params)?.lesson
  if (lesson === undefined) return {}
  const { title, summary, canonicalHref, status } = lesson
  return {
    title,
    description: summary,
    alternates: { canonical: canonicalHref },
    robots: status === 'planned' ? { index: false } : undefined,
    openGraph: { type: 'article', title, description: summary, url: canonicalHref },
  }
}

export default async function LessonPage({ params }: Props) {
  const found = findLessonAt(await params)
  if (found === null) notFound()
  const { course, chapter, lesson } = found
  if (lesson.status === 'planned') {
    const previous = chapter.lessons[lesson.position - 2] ?? null
    const next = chapter.lessons[lesson.position] ?? null
    return <PlannedLesson lesson={lesson} course={course} chapter={chapter} previous={previous} next={next} />
  }
  return <LessonDocument place={found} />
}
