'use client'

import { Button, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { dueLabel } from './due-label'
import { GRADE_BUTTONS } from './grade-list'
import type { SessionPlan } from './session-plan'
import type { GradedCard } from './use-review-session'

interface SessionSummaryProps {
  graded: readonly GradedCard[]
  plan: SessionPlan
  now: number
  timeZone: string
  onReviewSoon: () => void
}

/** The end of a sitting: what was done, and when to come back. */
export function SessionSummary({ graded, plan, now, timeZone, onReviewSoon }: SessionSummaryProps) {
  const cards = new Set(graded.map(({ card }) => card.id)).size
  return (
    <Card className="flex flex-col items-center gap-6 py-10 text-center">
      <div className="flex flex-col gap-2">
        <h2 className="text-3xl">{graded.length > 0 ? 'That is all for now' : 'Nothing is due'}</h2>
        <p className="text-muted">
          {graded.length > 0
            ? `You reviewed ${cards === 1 ? '1 card' : `${cards} cards`}. `
            : 'You have answered every card of this deck. '}
          {plan.nextDueAt === null ? null : `The next one comes back ${dueLabel(plan.nextDueAt, now, timeZone)}.`}
        </p>
      </div>
      {graded.length > 0 ? (
        <dl className="grid w-full max-w-md grid-cols-4 gap-2">
          {GRADE_BUTTONS.map(({ grade, title, tone }) => (
            <div key={grade} className="flex flex-col-reverse rounded-control bg-sunken py-3">
              <dt className="text-muted text-sm">{title}</dt>
              <dd className={`font-semibold text-2xl tabular-nums ${tone}`}>
                {graded.filter((one) => one.grade === grade).length}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <div className="flex flex-wrap justify-center gap-3">
        {plan.soon > 0 ? (
          <Button variant="secondary" onClick={onReviewSoon}>
            {plan.soon === 1 ? 'Review 1 card that comes back soon' : `Review ${plan.soon} cards that come back soon`}
          </Button>
        ) : null}
        <ButtonLink href="/dashboard" variant={plan.soon > 0 ? 'quiet' : 'primary'}>
          See your progress
        </ButtonLink>
      </div>
    </Card>
  )
}
