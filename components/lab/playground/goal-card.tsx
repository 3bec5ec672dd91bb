'use client'

import { Flag } from 'lucide-react'
import { type Goal, type GoalVerdict, goalSentence } from '@/lib/lab/goal'

/** The task that a lesson sets, and how it stands. */
export function GoalCard({ goal, verdict }: { goal: Goal; verdict: GoalVerdict }) {
  const isReached = verdict.is === 'reached'
  return (
    <div
      className={`flex gap-3 rounded-control p-3 text-sm ${isReached ? 'bg-good-soft' : 'bg-accent-soft'}`}
      data-goal={verdict.is}
    >
      <Flag aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${isReached ? 'text-good' : 'text-accent'}`} />
      <p className="m-0">
        <strong>{isReached ? 'Reached. ' : 'Your task: '}</strong>
        {goalSentence(goal)} {isReached ? `You had it after epoch ${verdict.epoch}.` : (verdict.why ?? '')}
      </p>
    </div>
  )
}
