import type { LessonExperiment } from '@/lib/course/experiments'
import { itemId, lessonIdOf } from '@/lib/course/ids'
import { checkClaims } from '@/lib/experiment/check-claims'
import { createLessonRuns, type LessonRuns } from './lesson-runs'

/**
 * Trains a recipe with every seed it names, and those that its claims compare it with; one sentence for each claim that
 * does not hold. `runsOf` knows the other recipes; without it there is this one alone.
 */
export function brokenClaims(
  experiment: LessonExperiment,
  runsOf: LessonRuns = createLessonRuns([experiment]),
): string[] {
  const { id, claims } = experiment
  const other = (name: string) => runsOf(itemId(lessonIdOf(id), name))
  return checkClaims(claims, runsOf(id), other).flatMap(({ holds, message }) => (holds ? [] : [message]))
}
