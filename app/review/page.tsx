import type { Metadata } from 'next'
import { StudyFrame } from '@/components/learner/study-frame'
import { DeckList } from '@/components/review/deck-list'
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
  const all = await Promise.all(
    lessons.map(async ({ id, title, href }) => ({
      lessonId: id,
      lessonTitle: title,
      lessonHref: href,
      cards: await loadDeck(id),
    })),
  )
  const decks = all.filter((deck) => deck.cards.length > 0)
  return (
    <StudyFrame
      trail={[]}
      here=""
      title="Your flashcards"
      intro="What is due, and the cards you have not seen yet, from every deck you have begun."
    >
      <AllDecksReview decks={decks} />
      <noscript>
        <p className="mb-6 text-muted">
          Which card is due is decided in your browser, by JavaScript. Without it, every deck can be read.
        </p>
        <DeckList title="All decks" decks={decks} />
      </noscript>
    </StudyFrame>
  )
}
