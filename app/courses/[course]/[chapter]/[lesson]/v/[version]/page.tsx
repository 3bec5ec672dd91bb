import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LessonDocument } from '@/app/courses/[course]/[chapter]/[lesson]/lesson-document'
import { findLessonAt, type LessonPlace, listVersionPlaces } from '@/lib/course/lesson-place'
import { imageOfLesson, openGraphImages } from '@/lib/course/social-images'
import { findVersion } from '@/lib/course/versions'

interface Props {
  params: Promise<LessonPlace & { version: string }>
}

export const dynamicParams = false

export const generateStaticParams = () => listVersionPlaces()

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { version: name, ...place } = await params
  const lesson = findLessonAt(place)?.lesson
  const version = lesson === undefined ? null : findVersion(lesson, name)
  if (lesson === undefined || version === null) return {}
  const title = `${lesson.title}: the ${version.title.toLowerCase()} version`
  return {
    title,
    description: version.summary,
    // One subject, told twice: the default version stands for both.
    alternates: { canonical: lesson.canonicalHref },
    openGraph: {
      type: 'article',
      title,
      description: version.summary,
      url: lesson.canonicalHref,
      images: openGraphImages(imageOfLesson(lesson)),
    },
  }
}

export default async function LessonVersionPage({ params }: Props) {
  const { version: name, ...place } = await params
  const found = findLessonAt(place)
  const version = found === null ? null : findVersion(found.lesson, name)
  if (found === null || version === null) notFound()
  return <LessonDocument place={found} version={version} />
}
