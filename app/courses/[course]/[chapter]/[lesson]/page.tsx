/**
 * A lesson where it stands: its text in the lesson's frame, or for a planned one
 * what is known of it; with a bridge where it is at home in another course.
 */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PlannedLesson } from '@/components/lesson/frame/planned-lesson'
import { findLessonAt, type LessonPlace, listLessonPlaces } from '@/lib/course/lesson-place'
import { loadPlannedPage } from '@/lib/course/planned-page'
import { imageOfLesson, openGraphImages } from '@/lib/course/social-images'
import { LessonBridge } from './lesson-bridge'
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
    openGraph: {
      type: 'article',
      title,
      description: summary,
      url: canonicalHref,
      images: openGraphImages(imageOfLesson(lesson)),
    },
  }
}

export default async function LessonPage({ params }: Props) {
  const found = findLessonAt(await params)
  if (found === null) notFound()
  const { course, chapter, lesson } = found
  if (lesson.status === 'planned') {
    return (
      <PlannedLesson
        lesson={loadPlannedPage(course, chapter, lesson)}
        bridge={<LessonBridge {...{ course, lesson }} />}
      />
    )
  }
  return <LessonDocument place={found} />
}
