'use client'

/**
 * A sitting with flashcards: the card, its buttons, undo, progress and the end. What is shown
 * when is use-review-session.ts; which decks belong to a page is the caller's.
 */
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { ProgressBar } from '@/components/ui/progress-bar'
import { GradeButtons } from './grade-buttons'
import { GRADE_BUTTONS } from './grade-list'
import { ReviewCard } from './review-card'
import type { DeckCard } from './review-deck'
import { SessionSummary } from './session-summary'
import { ShortcutHelp } from './shortcut-help'
import { type Announcement, useReviewSession } from './use-review-session'
import { useShortcuts } from './use-shortcuts'

interface ReviewSessionProps {
  cards: ReadonlyMap<string, DeckCard>
  /** Whether each card names its lesson: where decks are mixed. */
  showLesson: boolean
}

export function ReviewSession({ cards, showLesson }: ReviewSessionProps) {
  const session = useReviewSession(cards)
  const { card, revealed, previews, plan, graded } = session
  const [touched, setTouched] = useState(false)
  const touching = (action: () => void) => () => {
    setTouched(true)
    action()
  }
  const turn = card !== null && !revealed ? touching(session.reveal) : undefined
  const undo = graded.length > 0 ? touching(session.undo) : undefined
  const shortcuts = useShortcuts({
    ' ': turn,
    enter: turn,
    z: undo,
    ...Object.fromEntries(
      GRADE_BUTTONS.map(({ grade, key }) => [key, revealed ? touching(() => session.grade(grade)) : undefined]),
    ),
  })
  const done = graded.length
  const total = done + plan.remaining

  return (
    <div className="flex flex-col gap-5">
      <p aria-live="polite" className="sr-only">
        {announce(session.announcement, plan.remaining)}
      </p>
      {card !== null ? (
        <ProgressBar
          label="Progress"
          hideLabel
          value={done}
          max={total}
          detail={`${done} done, ${plan.remaining} to go`}
        />
      ) : null}
      {session.failed ? (
        <Notice tone="bad" role="alert" title="That answer was not kept">
          The browser refused to store it. Answer the card again; if it happens again, reload the page.
        </Notice>
      ) : null}
      {card === null || previews === null ? (
        <SessionSummary
          graded={graded}
          plan={plan}
          now={session.now}
          timeZone={session.timeZone}
          onReviewSoon={touching(session.reviewSoon)}
        />
      ) : (
        <>
          <ReviewCard card={card} revealed={revealed} followFocus={touched} showLesson={showLesson} />
          {revealed ? (
            <GradeButtons previews={previews} onGrade={(grade) => touching(() => session.grade(grade))()} />
          ) : (
            <Button
              size="lg"
              className="w-full"
              aria-keyshortcuts="Space Enter"
              onClick={(event) => event.detail < 2 && turn?.()}
            >
              Show the answer
            </Button>
          )}
        </>
      )}
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1">
        {undo ? (
          <Button variant="quiet" size="sm" aria-keyshortcuts="Z" className="min-h-11" onClick={undo}>
            <Undo2 aria-hidden="true" className="size-4" />
            Undo the last answer
          </Button>
        ) : (
          <span />
        )}
        {card !== null && revealed ? (
          <Link
            href={card.passageHref}
            className="inline-flex min-h-11 items-center px-1 text-accent text-sm underline underline-offset-4 hover:text-accent-strong"
          >
            Read the passage it comes from
          </Link>
        ) : null}
      </div>
      <ShortcutHelp enabled={shortcuts.enabled} onEnable={shortcuts.setEnabled} />
    </div>
  )
}

function announce(announcement: Announcement, remaining: number): string {
  if (announcement === null) return ''
  switch (announcement.kind) {
    case 'graded': {
      const { grade, interval } = announcement.graded
      const title = GRADE_BUTTONS.find((button) => button.grade === grade)?.title ?? grade
      const rest = remaining === 0 ? 'That was the last card.' : `${remaining} to go.`
      return `${title}: comes back in ${interval}. ${rest}`
    }
    case 'undone':
      return 'Your last answer was taken back. Choose again.'
    default:
      return announcement satisfies never
  }
}
