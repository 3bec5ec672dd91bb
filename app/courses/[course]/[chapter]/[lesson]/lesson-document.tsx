import { StructuredData } from '@/components/course/structured-data'
import { LessonFrame } from '@/components/lesson/frame/lesson-frame'
import { lessonVocabulary } from '@/components/lesson/lesson-vocabulary'
import type { Chapter, Course, Lesson } from '@/lib/course/catalog'
import { loadLessonPage } from '@/lib/course/lesson-page'
import { excerptOf, loadTimeline } from '@/lib/course/timeline'
import { backingOf, factOf } from '@/lib/course/values'
import type { LessonVersion } from '@/lib/course/versions'
import { publicOrigin } from '@/lib/http/own-origin'
import { LessonBridge } from './lesson-bridge'

interface Props {
  place: { course: Course; chapter: Chapter; lesson: Lesson }
  /** The default version where it is left out. */
  version?: LessonVersion
}

/** A published lesson in one of its versions: its text inside its frame. */
export async function LessonDocument({ place: { course, chapter, lesson }, version }: Props) {
  const page = await loadLessonPage(course, chapter, lesson, version)
  const [courseFolder, chapterFolder, lessonFolder] = lesson.folder.split('/')
  // The bundler finds the texts by these patterns, so the folders and the file's name stay written out.
  const { default: Prose } = version
    ? await import(`@/content/${courseFolder}/${chapterFolder}/${lessonFolder}/versions/${version.name}.mdx`)
    : await import(`@/content/${courseFolder}/${chapterFolder}/${lessonFolder}/lesson.mdx`)
  const components = lessonVocabulary({
    lesson: page,
    factOf,
    backingOf: (id) => backingOf(id, page.sources, page.experiments),
    timelineOf: (asked) => excerptOf(loadTimeline(), asked),
  })
  return (
    <LessonFrame lesson={page}>
      <StructuredData data={structuredData(course, lesson)} />
      <LessonBridge course={course} lesson={lesson} />
      <Prose components={components} />
    </LessonFrame>
  )
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
