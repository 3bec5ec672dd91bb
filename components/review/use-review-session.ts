'use client'

/**
 * The state of a sitting with flashcards. Not here: when a card is due (lib/review), which
 * one comes next (session-plan.ts), what it looks like (review-session.tsx).
 */

import { useEffect, useMemo, useRef, useState } from 'react'
import { useLearner } from '@/components/learner/use-learner'
import { foldSchedules } from '@/lib/review/fold'
import type { Grade } from '@/lib/review/grade'
import { previewGrades } from '@/lib/review/next-review'
import { buildQueue } from '@/lib/review/queue'
import { newSchedule } from '@/lib/review/schedule'
import type { DeckCard } from './review-deck'
import { planSession } from './session-plan'

export interface GradedCard {
  eventId: string
  card: DeckCard
  grade: Grade
  /** How long until it comes back, as the button said. */
  interval: string
}

export type Announcement = { kind: 'graded'; graded: GradedCard } | { kind: 'undone'; card: DeckCard } | null

/** While nothing is shown, look this often whether something has become due. */
const LOOK_AGAIN_MS = 15_000

/**
 * One sitting with a set of cards. The order of the cards and what is left are folded from the
 * journal; this holds only what is on the table: the card, whether it was turned, what was answered.
 */
export function useReviewSession(cards: ReadonlyMap<string, DeckCard>) {
  const { events, record } = useLearner()
  const [now, setNow] = useState(() => Date.now())
  const [ahead, setAhead] = useState(false)
  const [shown, setShown] = useState<string | null>(null)
  const [turned, setTurned] = useState<string | null>(null)
  const [graded, setGraded] = useState<GradedCard[]>([])
  const [announcement, setAnnouncement] = useState<Announcement>(null)
  const [failed, setFailed] = useState(false)
  const shownSince = useRef(0)
  // Set at once, not with the next render: the second half of a double click must find it.
  const busy = useRef(false)

  const timeZone = useMemo(() => Intl.DateTimeFormat().resolvedOptions().timeZone, [])
  const schedules = useMemo(() => foldSchedules(events.filter((event) => cards.has(event.itemId))), [events, cards])
  const queue = useMemo(
    () => buildQueue([...cards.keys()], schedules, now, timeZone),
    [cards, schedules, now, timeZone],
  )
  const plan = planSession(queue, schedules, { now, ahead, shown })
  const card = plan.current === null ? null : (cards.get(plan.current) ?? null)
  const revealed = card !== null && turned === card.id
  const previews = useMemo(
    () => (card === null ? null : previewGrades(schedules.get(card.id) ?? newSchedule(card.id, now), now, timeZone)),
    [card, schedules, now, timeZone],
  )

  const over = card === null
  useEffect(() => {
    if (!over) return
    const timer = window.setInterval(() => setNow(Date.now()), LOOK_AGAIN_MS)
    return () => window.clearInterval(timer)
  }, [over])

  const cardId = card?.id
  useEffect(() => {
    if (cardId !== undefined) shownSince.current = performance.now()
  }, [cardId])

  async function whileNotBusy(task: () => Promise<void>) {
    if (busy.current) return
    busy.current = true
    try {
      await task()
      setFailed(false)
    } catch {
      setFailed(true)
    } finally {
      busy.current = false
      setNow(Date.now())
    }
  }

  return {
    card,
    revealed,
    previews,
    plan,
    graded,
    announcement,
    /** The last answer could not be kept, not even in memory. */
    failed,
    schedules,
    now,
    timeZone,
    reveal() {
      if (card === null || busy.current) return
      setNow(Date.now())
      setShown(card.id)
      setTurned(card.id)
    },
    grade(grade: Grade) {
      if (card === null || previews === null || !revealed) return
      void whileNotBusy(async () => {
        const event = await record({
          kind: 'card-reviewed',
          itemId: card.id,
          itemVersion: card.version,
          payload: { grade },
          elapsedMs: performance.now() - shownSince.current,
        })
        const done = { eventId: event.id, card, grade, interval: previews[grade].label }
        setGraded((before) => [...before, done])
        setAnnouncement({ kind: 'graded', graded: done })
        setShown(null)
        setTurned(null)
      })
    },
    undo() {
      const last = graded.at(-1)
      if (last === undefined) return
      void whileNotBusy(async () => {
        await record({
          kind: 'event-retracted',
          itemId: last.card.id,
          itemVersion: last.card.version,
          payload: { eventId: last.eventId },
          elapsedMs: 0,
        })
        setGraded((before) => before.slice(0, -1))
        setAnnouncement({ kind: 'undone', card: last.card })
        setShown(last.card.id)
        setTurned(last.card.id)
      })
    },
    reviewSoon() {
      setNow(Date.now())
      setAhead(true)
    },
  }
}
