'use client'

import { useMemo } from 'react'
import { JournalNotices } from '@/components/learner/journal-notices'
import { useLearner } from '@/components/learner/use-learner'
import { EmptyState } from '@/components/ui/empty-state'
import { Skeleton } from '@/components/ui/skeleton'
import { DeckList } from './deck-list'
import { cardsOf, type ReviewDeck } from './review-deck'
import { ReviewSession } from './review-session'

/** One lesson's deck, all of it. */
export function DeckReview({ deck }: { deck: ReviewDeck }) {
  const { status } = useLearner()
  const cards = useMemo(() => cardsOf([deck]), [deck])
  if (status === 'opening') return <Waiting />
  return (
    <div className="flex flex-col gap-5">
      <ReviewSession cards={cards} showLesson={false} />
      {/* Below, so that a notice never pushes the card away from under a finger. */}
      <JournalNotices />
    </div>
  )
}

/** Every deck that the learner has begun, in one queue. */
export function AllDecksReview({ decks }: { decks: ReviewDeck[] }) {
  const { status, events } = useLearner()
  const begun = useMemo(() => {
    const reviewed = new Set(events.filter((event) => event.kind === 'card-reviewed').map((event) => event.itemId))
    return decks.filter((deck) => deck.cards.some((card) => reviewed.has(card.id)))
  }, [decks, events])
  // A deck begun in this very sitting joins the queue; the map changes only then.
  const cards = useMemo(() => cardsOf(begun), [begun])
  if (status === 'opening') return <Waiting />
  const others = decks.filter((deck) => !begun.includes(deck))
  return (
    <div className="flex flex-col gap-10">
      {begun.length > 0 ? <ReviewSession cards={cards} showLesson /> : null}
      <JournalNotices />
      {begun.length > 0 ? (
        <DeckList title="Decks you have not begun" decks={others} />
      ) : (
        <DeckList title="Begin with a deck" decks={others}>
          <EmptyState title="No cards in your queue yet">
            <p>Begin a deck below. From then on its cards turn up here on the day they are due.</p>
          </EmptyState>
        </DeckList>
      )}
    </div>
  )
}

function Waiting() {
  return (
    <div role="status" className="flex flex-col gap-5 noscript:hidden">
      <span className="sr-only">Opening your cards …</span>
      <Skeleton className="h-2" />
      <Skeleton className="h-72 sm:h-96" />
      <Skeleton className="h-12" />
    </div>
  )
}
