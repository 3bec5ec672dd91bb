import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StudyFrame } from '@/components/learner/study-frame'
import { DeckReview } from '@/components/review/review-table'
import { findChapter, findLesson, getCatalog, lessonsOf } from '@/lib/course/catalog'
import { loadDeck } from '@/lib/course/deck'

interface Place {
  course: string
  chapter: string
  lesson: string
}

export const dynamicParams = false

export function generateStaticParams(): Place[] {
  return lessonsOf(getCatalog())
    .filter((lesson) => lesson.status === 'published')
    .map(({ courseSlug, chapterSlug, slug }) => ({ course: courseSlug, chapter: chapterSlug, lesson: slug }))
}

export async function generateMetadata({ params }: { params: Promise<Place> }): Promise<Metadata> {
  const { course, chapter, lesson: slug } = await params
  const lesson = findLesson(course, chapter, slug)
  if (lesson === null) return {}
  return {
    title: `Flashcards: ${lesson.title}`,
    description: `Spaced flashcards for the lesson "${lesson.title}".`,
    alternates: { canonical: `${lesson.canonicalHref}/flashcards` },
  }
}

export default async function FlashcardsPage({ params }: { params: Promise<Place> }) {
  const { course, chapter: chapterSlug, lesson: slug } = await params
  const chapter = findChapter(course, chapterSlug)
  const lesson = findLesson(course, chapterSlug, slug)
  if (chapter === null || lesson === null) notFound()
  const cards = await loadDeck(lesson.id)
  return (
    <StudyFrame
      trail={[chapter.course, chapter.chapter, lesson]}
      here="Flashcards"
      title={lesson.title}
      intro={`A deck of ${cards.length} cards.`}
    >
      <DeckReview deck={{ lessonId: lesson.id, lessonTitle: lesson.title, lessonHref: lesson.canonicalHref, cards }} />
      <noscript>
        <p>Flashcards need JavaScript: it decides in your browser which card is due.</p>
      </noscript>
    </StudyFrame>
  )
}
