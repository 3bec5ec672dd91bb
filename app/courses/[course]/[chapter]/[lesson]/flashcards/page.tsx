import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StudyFrame } from '@/components/learner/study-frame'
import { PlainDeck } from '@/components/review/plain-deck'
import { DeckReview } from '@/components/review/review-table'
import { loadDeck } from '@/lib/course/deck'
import { findLessonAt, type LessonPlace, listLessonPlaces } from '@/lib/course/lesson-place'

interface Props {
  params: Promise<LessonPlace>
}

export const dynamicParams = false

export const generateStaticParams = () => listLessonPlaces('published')

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lesson = findLessonAt(await params)?.lesson
  if (lesson === undefined) return {}
  return {
    title: `Flashcards: ${lesson.title}`,
    description: `Spaced flashcards for the lesson "${lesson.title}".`,
    alternates: { canonical: `${lesson.canonicalHref}/flashcards` },
  }
}

export default async function FlashcardsPage({ params }: Props) {
  const found = findLessonAt(await params)
  if (found === null) notFound()
  const { course, chapter, lesson } = found
  const cards = await loadDeck(lesson.id)
  return (
    <StudyFrame
      trail={[course, chapter, lesson]}
      here="Flashcards"
      title={lesson.title}
      intro={`A deck of ${cards.length} cards.`}
    >
      <DeckReview deck={{ lessonId: lesson.id, lessonTitle: lesson.title, lessonHref: lesson.canonicalHref, cards }} />
      <PlainDeck cards={cards} />
    </StudyFrame>
  )
}
