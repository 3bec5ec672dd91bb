import type { LessonCard } from '@/components/lesson/lesson-data'
import { TrustedHtml } from '@/components/lesson/trusted-html'

/** A deck where no script runs: every card is there and turned by hand, and none comes back by itself. */
export function PlainDeck({ cards }: { cards: readonly LessonCard[] }) {
  return (
    <noscript>
      <p className="text-muted">
        Without JavaScript nobody keeps count of which card is due; it would do that in your browser. These are all of
        them, to be turned by hand.
      </p>
      <dl className="mt-5 grid gap-3">
        {cards.map(({ id, frontHtml, backHtml }) => (
          <div key={id} className="rounded-card border border-line bg-surface p-5">
            <dt>
              <TrustedHtml html={frontHtml} className="prose" />
            </dt>
            <dd className="mt-2">
              <details>
                <summary className="inline-flex min-h-9 items-center text-accent underline underline-offset-4">
                  The answer
                </summary>
                <TrustedHtml html={backHtml} className="prose mt-2" />
              </details>
            </dd>
          </div>
        ))}
      </dl>
    </noscript>
  )
}
