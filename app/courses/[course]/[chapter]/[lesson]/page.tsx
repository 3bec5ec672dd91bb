import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LessonFrame } from '@/components/lesson/frame/lesson-frame'
import { PlannedLesson } from '@/components/lesson/frame/planned-lesson'
import { lessonVocabulary } from '@/components/lesson/lesson-vocabulary'
import { loadLessonPage } from '@/lib/course/lesson-page'
import { findLessonAt, type LessonPlace, listLessonPlaces } from '@/lib/course/lesson-place'
import { imageOfLesson, openGraphImages } from '@/lib/course/social-images'
import { backingOf, factOf } from '@/lib/course/values'

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
    const previous = chapter.lessons[lesson.position - 2] ?? null
    const next = chapter.lessons[lesson.position] ?? null
    return <PlannedLesson lesson={lesson} course={course} chapter={chapter} previous={previous} next={next} />
  }
  const page = await loadLessonPage(course, chapter, lesson)
  const [courseFolder, chapterFolder, lessonFolder] = lesson.folder.split('/')
  const { default: Prose } = await import(`@/content/${courseFolder}/${chapterFolder}/${lessonFolder}/lesson.mdx`)
  const components = lessonVocabulary({
    lesson: page,
    factOf,
    backingOf: (id) => backingOf(id, page.sources, page.experiments),
  })
  return (
    <LessonFrame lesson={page}>
      <Prose components={components} />
    </LessonFrame>
  )
}
