import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MapPage } from '@/components/mind-map/map-page'
import { getCatalog, originalsOf } from '@/lib/course/catalog'
import { getConcepts, glossaryHrefs } from '@/lib/course/concepts'
import { loadLessonFacts } from '@/lib/course/lesson-facts'
import { loadLessonPage } from '@/lib/course/lesson-page'
import { findLessonAt, type LessonPlace, listLessonPlaces } from '@/lib/course/lesson-place'
import { lessonMap } from '@/lib/course/map/lesson-map'

interface Props {
  params: Promise<LessonPlace>
}

export const dynamicParams = false

export const generateStaticParams = () => listLessonPlaces('published')

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lesson = findLessonAt(await params)?.lesson
  if (lesson === undefined) return {}
  return {
    title: `Mind map: ${lesson.title}`,
    description: `What the lesson "${lesson.title}" teaches, what it builds on and where it leads.`,
    alternates: { canonical: `${lesson.canonicalHref}/mind-map` },
  }
}

export default async function LessonMindMapPage({ params }: Props) {
  const found = findLessonAt(await params)
  if (found === null) notFound()
  const { course, chapter, lesson } = found
  const page = await loadLessonPage(course, chapter, lesson)
  const lessons = originalsOf(getCatalog())
  const map = lessonMap({
    lesson,
    headings: page.headings,
    cards: page.cards.length,
    questions: page.questions.length,
    lessons,
    concepts: getConcepts(),
    glossary: glossaryHrefs(),
  })
  return (
    <MapPage
      trail={[course, chapter, lesson]}
      map={map}
      facts={await loadLessonFacts(lessons)}
      intro="Its sections, its ideas and where else they turn up, and the lessons before and after."
    />
  )
}
