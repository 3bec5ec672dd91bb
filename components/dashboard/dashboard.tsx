'use client'

/**
 * What the learner has done, folded from their log: figures, lessons, runs. What each figure means is
 * lib/events/summary.ts; a run's own words are run-facts.ts.
 */
import { useEffect, useMemo, useState } from 'react'
import { useLearner } from '@/components/learner/use-learner'
import { dueLabel } from '@/components/review/due-label'
import { Skeleton } from '@/components/ui/skeleton'
import { summarise } from '@/lib/events/summary'
import { foldSchedules } from '@/lib/review/fold'
import type { DashboardFacts } from './dashboard-facts'
import { DashboardNotices } from './dashboard-notices'
import { Figure } from './figures'
import { LessonProgressList } from './lesson-progress-list'
import { RunList } from './run-list'

const LOOK_AGAIN_MS = 60_000

/** What the learner has done, folded from their log: a guest's and an account's alike. */
export function Dashboard({ facts }: { facts: DashboardFacts }) {
  const { status, events } = useLearner()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), LOOK_AGAIN_MS)
    return () => window.clearInterval(timer)
  }, [])
  const summary = useMemo(() => summarise(events, facts, now), [events, facts, now])
  const nextDueAt = useMemo(() => {
    const later = [...foldSchedules(events).values()].map(({ dueAt }) => dueAt).filter((dueAt) => dueAt > now)
    return later.length === 0 ? null : Math.min(...later)
  }, [events, now])
  if (status === 'opening') return <Waiting />

  const { cards, answers, runs } = summary
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <div className="flex flex-col gap-12">
      <DashboardNotices />
      <dl className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
        <Figure
          title="Cards due"
          value={cards.due}
          detail={dueDetail(cards.due, nextDueAt === null ? null : dueLabel(nextDueAt, now, timeZone))}
          href="/review"
          linkText={cards.due > 0 ? 'Review them now' : 'Open your flashcards'}
        />
        <Figure
          title="Cards reviewed"
          value={cards.reviewed}
          detail={cards.reviews === 1 ? 'in 1 review' : `in ${cards.reviews} reviews`}
        />
        <Figure
          title="Questions right"
          value={
            answers.questions === 0 ? (
              0
            ) : (
              <>
                {answers.correct}
                <span className="text-2xl text-muted"> of {answers.questions}</span>
              </>
            )
          }
          detail={answers.unscored > 0 ? `${answers.unscored} not checked yet` : 'by your latest answers'}
        />
        <Figure
          title="Training runs"
          value={runs.length}
          detail="in lessons and challenges"
          href={facts.challenges[0]?.href}
          linkText="Open the challenge"
        />
      </dl>
      <section aria-labelledby="lessons">
        <h2 id="lessons" className="mb-4 text-2xl">
          Lessons
        </h2>
        <LessonProgressList progress={summary.lessons} facts={facts} />
      </section>
      <section aria-labelledby="runs">
        <h2 id="runs" className="mb-4 text-2xl">
          Training runs
        </h2>
        <RunList runs={runs} facts={facts} />
      </section>
    </div>
  )
}

/** What to expect beside the number of due cards; `next` says when the next one comes, if any does. */
function dueDetail(due: number, next: string | null): string {
  if (due > 0) return next === null ? 'All that you have begun.' : `The next one after these ${next}.`
  return next === null ? 'No card is waiting.' : `Next one ${next}.`
}

function Waiting() {
  return (
    <div role="status" className="flex flex-col gap-12 noscript:hidden">
      <span className="sr-only">Opening your log …</span>
      <div className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
        {['due', 'reviewed', 'answers', 'runs'].map((name) => (
          <Skeleton key={name} className="h-36" />
        ))}
      </div>
      <Skeleton className="h-48" />
    </div>
  )
}
