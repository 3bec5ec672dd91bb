import type { Metadata } from 'next'
import { StudyFrame } from '@/components/learner/study-frame'
import { AllDecksReview } from '@/components/review/review-table'
import { getCatalog, lessonsOf } from '@/lib/course/catalog'
import { loadDeck } from '@/lib/course/deck'

export const metadata: Metadata = {
  title: 'Review flashcards',
  description: 'All your cards that are due, from every deck you have begun.',
}

export default async function ReviewPage() {
  // A lesson that stands in two courses has one deck.
  const lessons = lessonsOf(getCatalog()).filter(
    (lesson) => lesson.status === 'published' && lesson.href === lesson.canonicalHref,
  )
  const decks = await Promise.all(
    lessons.map(async ({ id, title, href }) => ({
      lessonId: id,
      lessonTitle: title,
      lessonHref: href,
      cards: await loadDeck(id),
    })),
  )
  return (
    <StudyFrame
      trail={[]}
      here=""
      title="Your flashcards"
      intro="What is due, and the cards you have not seen yet, from every deck you have begun."
    >
      <AllDecksReview decks={decks.filter((deck) => deck.cards.length > 0)} />
      <noscript>
        <p>Flashcards need JavaScript: it decides in your browser which card is due.</p>
      </noscript>
    </StudyFrame>
  )
}
