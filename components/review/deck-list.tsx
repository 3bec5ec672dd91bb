import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'
import type { ReviewDeck } from './review-deck'

/** Decks to choose from; `children` stand above their title. */
export function DeckList({
  title,
  decks,
  children,
}: {
  title: string
  decks: readonly ReviewDeck[]
  children?: ReactNode
}) {
  if (decks.length === 0) return null
  return (
    <section aria-labelledby="decks" className="flex flex-col gap-4">
      {children}
      <h2 id="decks" className={classNames('text-2xl', Boolean(children) && 'mt-4')}>
        {title}
      </h2>
      <ul className="flex flex-col gap-3">
        {decks.map((deck) => (
          <li key={deck.lessonId}>
            <Link
              href={`${deck.lessonHref}/flashcards`}
              className="flex min-h-16 items-center gap-4 rounded-card border border-line bg-surface px-5 py-4 hover:border-line-strong hover:bg-sunken"
            >
              <span className="flex min-w-0 flex-1 flex-col gap-x-4 sm:flex-row sm:items-center sm:justify-between">
                <span className="font-serif text-lg">{deck.lessonTitle}</span>
                <span className="text-muted text-sm">
                  {deck.cards.length === 1 ? '1 card' : `${deck.cards.length} cards`}
                </span>
              </span>
              <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-accent" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
