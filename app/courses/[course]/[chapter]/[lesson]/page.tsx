import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LessonFrame } from '@/components/lesson/frame/lesson-frame'
import { PlannedLesson } from '@/components/lesson/frame/planned-lesson'
import { lessonVocabulary } from '@/components/lesson/lesson-vocabulary'
import { findChapter, findLesson, getCatalog, lessonsOf } from '@/lib/course/catalog'
import { loadLessonPage } from '@/lib/course/lesson-page'
import { backingOf, factOf } from '@/lib/course/values'

interface Props {
  params: Promise<{ course: string; chapter: string; lesson: string }>
}

export const dynamicParams = false

export function generateStaticParams() {
  return lessonsOf(getCatalog()).map(({ courseSlug, chapterSlug, slug }) => ({
    course: courseSlug,
    chapter: chapterSlug,
    lesson: slug,
  }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, chapter, lesson } = await params
  const found = findLesson(course, chapter, lesson)
  if (found === null) return {}
  const { title, summary, canonicalHref, status } = found
  return {
    title,
    description: summary,
    alternates: { canonical: canonicalHref },
    robots: status === 'planned' ? { index: false } : undefined,
    openGraph: { type: 'article', title, description: summary, url: canonicalHref },
  }
}

export default async function LessonPage({ params }: Props) {
  const slugs = await params
  const place = findChapter(slugs.course, slugs.chapter)
  const lesson = findLesson(slugs.course, slugs.chapter, slugs.lesson)
  if (place === null || lesson === null) notFound()
  const { course, chapter } = place
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
