/**
 * A lesson where it stands: its text in the lesson's frame, or for a planned one
 * what is known of it; with a bridge where it is at home in another course.
 */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Bridge } from '@/components/course/bridge'
import { StructuredData } from '@/components/course/structured-data'
import { LessonFrame } from '@/components/lesson/frame/lesson-frame'
import { PlannedLesson } from '@/components/lesson/frame/planned-lesson'
import { lessonVocabulary } from '@/components/lesson/lesson-vocabulary'
import { type Course, getCatalog, type Lesson } from '@/lib/course/catalog'
import { homeOf } from '@/lib/course/course-outline'
import { loadLessonPage } from '@/lib/course/lesson-page'
import { findLessonAt, type LessonPlace, listLessonPlaces } from '@/lib/course/lesson-place'
import { loadPlannedPage } from '@/lib/course/planned-page'
import { imageOfLesson, openGraphImages } from '@/lib/course/social-images'
import { backingOf, factOf } from '@/lib/course/values'
import { publicOrigin } from '@/lib/http/own-origin'

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
      <StructuredData data={structuredData(course, lesson)} />
      <LessonBridge course={course} lesson={lesson} />
      <Prose components={components} />
    </LessonFrame>
  )
}

/** Where the lesson is at home in another course: the way from this one into it. */
async function LessonBridge({ course, lesson }: { course: Course; lesson: Lesson }) {
  const home = homeOf(lesson, getCatalog().courses)
  if (home === null) return null
  return (
    <Bridge here={course} home={home}>
      {lesson.bridge === null ? null : <BridgeProse path={lesson.bridge} />}
    </Bridge>
  )
}

async function BridgeProse({ path }: { path: string }) {
  const [course, chapter, lesson, file = ''] = path.split('/')
  const { default: Prose } = await import(`@/content/${course}/${chapter}/${lesson}/${file.replace(/\.mdx$/, '')}.mdx`)
  return <Prose />
}

function structuredData(course: Course, lesson: Lesson): Record<string, unknown> {
  return {
    '@type': 'LearningResource',
    name: lesson.title,
    description: lesson.summary,
    url: new URL(lesson.canonicalHref, publicOrigin()).href,
    learningResourceType: 'lesson',
    inLanguage: 'en-GB',
    educationalLevel: lesson.level,
    timeRequired: `PT${lesson.minutes}M`,
    teaches: lesson.objectives,
    keywords: lesson.tags.join(', '),
    isAccessibleForFree: true,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    isPartOf: { '@type': 'Course', name: course.title, url: new URL(course.href, publicOrigin()).href },
  }
}
