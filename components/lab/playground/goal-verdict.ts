import { type Goal, type GoalVerdict, judgeGoal } from '@/lib/lab/goal'
import type { PlaneEvaluation } from '@/lib/training/plane/plane-protocol'
import { type PlaygroundSettings, unitsOf } from './playground-spec'

/** How a run of these settings stands towards a goal, by what was measured of each seed at the ends of epochs. */
export function goalVerdict(
  goal: Goal,
  settings: Pick<PlaygroundSettings, 'data' | 'layers'>,
  runs: readonly { evaluations: readonly Pick<PlaneEvaluation, 'epoch' | 'validation'>[] }[],
): GoalVerdict {
  const { data, layers } = settings
  const reachedAt = runs.map(
    ({ evaluations }) =>
      evaluations.find(({ validation }) => (validation.accuracy ?? 0) >= goal.accuracy)?.epoch ?? null,
  )
  return judgeGoal(goal, { data, units: unitsOf(settings), layers: layers.length, reachedAt })
}
