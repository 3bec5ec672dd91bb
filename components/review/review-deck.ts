/** The cards of one lesson, as the page hands them over. */
import type { LessonCard } from '@/components/lesson/lesson-data'

export interface ReviewDeck {
  lessonId: string
  lessonTitle: string
  lessonHref: string
  cards: LessonCard[]
}

export interface DeckCard extends LessonCard {
  lessonTitle: string
  /** The passage that teaches it. */
  passageHref: string
}

/** Every card with its lesson, in reading order, by id. */
export function cardsOf(decks: readonly ReviewDeck[]): Map<string, DeckCard> {
  return new Map(
    decks.flatMap((deck) =>
      deck.cards.map((card) => [
        card.id,
        { ...card, lessonTitle: deck.lessonTitle, passageHref: `${deck.lessonHref}#${card.passage}` },
      ]),
    ),
  )
}
