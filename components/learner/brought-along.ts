/** What a guest's study amounts to when it joins an account: counted, and said in words. */
import { effectiveEvents } from '@/lib/events/effective-log'
import type { LearnerEvent } from '@/lib/events/event'

export interface BroughtAlong {
  reviews: number
  answers: number
  runs: number
}

/** Null when there is nothing worth telling. */
export function countBroughtAlong(moved: readonly LearnerEvent[]): BroughtAlong | null {
  const effective = effectiveEvents(moved)
  const count = (kind: LearnerEvent['kind']) => effective.filter((event) => event.kind === kind).length
  const brought = {
    reviews: count('card-reviewed'),
    answers: count('question-answered'),
    runs: count('run-finished'),
  }
  return brought.reviews + brought.answers + brought.runs > 0 ? brought : null
}

/** `12 card reviews, 3 quiz answers and 1 training run`. */
export function describeBroughtAlong({ reviews, answers, runs }: BroughtAlong): string {
  const parts = [
    counted(reviews, 'card review', 'card reviews'),
    counted(answers, 'quiz answer', 'quiz answers'),
    counted(runs, 'training run', 'training runs'),
  ].filter((part) => part !== null)
  const last = parts.at(-1) ?? 'nothing'
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last
}

function counted(count: number, one: string, many: string): string | null {
  if (count === 0) return null
  return `${count} ${count === 1 ? one : many}`
}
