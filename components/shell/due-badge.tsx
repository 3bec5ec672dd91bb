'use client'

import { useEffect, useState } from 'react'
import { useLearner } from '@/components/learner/use-learner'

const LOOK_AGAIN_MS = 60_000

/**
 * How many of the cards that the learner has begun are due now; nothing at zero. The scheduler is fetched
 * only once there is a review to schedule, so that reading a lesson does not wait for it.
 */
export function DueBadge() {
  const { events } = useLearner()
  const [due, setDue] = useState(0)
  const studies = events.some((event) => event.kind === 'card-reviewed')
  useEffect(() => {
    if (!studies) return setDue(0)
    let gone = false
    const count = async () => {
      const { foldSchedules } = await import('@/lib/review/fold')
      const now = Date.now()
      const schedules = [...foldSchedules(events).values()]
      if (!gone) setDue(schedules.filter(({ dueAt }) => dueAt <= now).length)
    }
    // A chunk that cannot be fetched (offline) leaves the badge out; the link works all the same.
    const refresh = () => void count().catch(() => undefined)
    refresh()
    const timer = window.setInterval(refresh, LOOK_AGAIN_MS)
    return () => {
      gone = true
      window.clearInterval(timer)
    }
  }, [events, studies])
  if (due === 0) return null
  return (
    <span className="absolute top-0.5 right-0 min-w-5 rounded-full bg-accent px-1 text-center font-semibold text-[0.7rem] text-on-accent leading-5">
      {due > 99 ? '99+' : due}
      <span className="sr-only"> due</span>
    </span>
  )
}
