/** How far a learner is in a lesson, in the four words that every tree, list and map uses. Pure. */
import type { LessonProgress } from '@/lib/events/summary'

export type LessonState =
  | { kind: 'planned' }
  | { kind: 'open' }
  /** `share`: 0 … 1, of what the lesson has to do. */
  | { kind: 'begun'; share: number }
  | { kind: 'done' }

export type LessonStatus = 'published' | 'planned'

/** A planned lesson stays planned, whatever a log says of it. */
export function lessonState(status: LessonStatus, progress: Pick<LessonProgress, 'fraction'> | undefined): LessonState {
  if (status === 'planned') return { kind: 'planned' }
  if (progress === undefined) return { kind: 'open' }
  return progress.fraction >= 1 ? { kind: 'done' } : { kind: 'begun', share: progress.fraction }
}

export function describeState(state: LessonState): string {
  switch (state.kind) {
    case 'planned':
      return 'planned'
    case 'open':
      return 'not begun'
    case 'begun':
      return state.share === 0 ? 'opened' : `${Math.max(1, Math.floor(state.share * 100))} % done`
    case 'done':
      return 'done'
    default:
      return state satisfies never
  }
}
