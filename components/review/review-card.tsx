'use client'

import { useEffect, useRef } from 'react'
import { TrustedHtml } from '@/components/lesson/trusted-html'
import type { DeckCard } from './review-deck'

interface ReviewCardProps {
  card: DeckCard
  revealed: boolean
  /** Whether focus follows the card: from the learner's first key or click on, not when the page opens. */
  followFocus: boolean
  showLesson: boolean
}

/** The card on the table: its question, and once turned its answer below. */
export function ReviewCard({ card, revealed, followFocus, showLesson }: ReviewCardProps) {
  const front = useRef<HTMLDivElement>(null)
  const back = useRef<HTMLDivElement>(null)
  const cardId = card.id

  // A screen reader then reads what is new, and Tab goes on from there to the buttons.
  useEffect(() => {
    if (followFocus && cardId) (revealed ? back : front).current?.focus({ preventScroll: true })
  }, [cardId, revealed, followFocus])

  return (
    <article
      aria-label="Flashcard"
      data-card={card.id}
      className="flex min-h-72 flex-col rounded-card border border-line bg-surface shadow-raised sm:min-h-80"
    >
      <div
        ref={front}
        tabIndex={-1}
        className="flex flex-1 flex-col items-center justify-center gap-4 px-5 py-6 text-center outline-none sm:px-12 sm:py-6"
      >
        {showLesson ? <p className="text-muted text-sm">{card.lessonTitle}</p> : null}
        <span className="sr-only">Question:</span>
        <TrustedHtml html={card.frontHtml} className="prose max-w-full text-balance text-xl sm:text-2xl" />
      </div>
      {revealed ? (
        <div
          ref={back}
          tabIndex={-1}
          className="flex flex-1 flex-col items-center justify-center rounded-b-card border-line border-t bg-sunken/60 px-5 py-6 outline-none sm:px-12 sm:py-6"
        >
          <span className="sr-only">Answer:</span>
          <TrustedHtml html={card.backHtml} className="prose max-w-prose text-pretty text-center" />
        </div>
      ) : null}
    </article>
  )
}
