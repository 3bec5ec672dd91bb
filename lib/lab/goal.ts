/**
 * A task that a lesson sets: `data=spiral&units=12&accuracy=95` is “separate the spiral with at most 12 units”. Accuracy is
 * at least, all else at most. It is checked against the run. Not here: how a run is measured, and who is told.
 */
import { PLANAR_KINDS, type PlanarKind } from '@/lib/engine'

export interface Goal {
  data: PlanarKind | null
  /** Share of the held-back points, 0 to 1, for every seed. */
  accuracy: number
  /** Hidden units in all, hidden layers, epochs: at most; null where it does not matter. */
  units: number | null
  layers: number | null
  epochs: number | null
}

/** What a run was made of, and what came of it: the best of it, once it is there. */
export interface GoalRun {
  data: string
  units: number
  layers: number
  /** Of each seed, the epoch at whose end it first had the goal's share right; null for one that has not. */
  reachedAt: readonly (number | null)[]
}

const NAMES: Record<PlanarKind, string> = {
  spiral: 'the spiral',
  moons: 'the moons',
  circles: 'the circles',
  xor: 'the four squares',
  gaussians: 'the clouds',
}

/** @throws an Error with a sentence for the author. */
export function parseGoal(text: string): Goal {
  const goal: Goal = { data: null, accuracy: 0, units: null, layers: null, epochs: null }
  for (const pair of text.split('&')) {
    const [key = '', value = ''] = pair.split('=')
    if (key === 'data') {
      const kind = PLANAR_KINDS.find((name) => name === value)
      if (kind === undefined) throw new Error(`The goal’s data are “${value}”; use one of ${PLANAR_KINDS.join(', ')}.`)
      goal.data = kind
      continue
    }
    const number = Number(value)
    if (!/^\d+$/.test(value) || number < 1) throw new Error(`The goal says “${pair}”; write a whole number from 1 on.`)
    if (key === 'accuracy' && number <= 100) goal.accuracy = number / 100
    else if (key === 'units' || key === 'layers' || key === 'epochs') goal[key] = number
    else throw new Error(`The goal says “${pair}”; write data, accuracy (to 100), units, layers or epochs.`)
  }
  if (goal.accuracy === 0) throw new Error('The goal has no accuracy; write it in percent, as in accuracy=95.')
  return goal
}

/** As the learner reads it. */
export function goalSentence({ data, accuracy, units, layers, epochs }: Goal): string {
  const limits = [
    units === null ? null : `${units} hidden ${units === 1 ? 'unit' : 'units'}`,
    layers === null ? null : `${layers} hidden ${layers === 1 ? 'layer' : 'layers'}`,
    epochs === null ? null : `${epochs} ${epochs === 1 ? 'epoch' : 'epochs'}`,
  ].filter((limit) => limit !== null)
  const last = limits.pop()
  const most =
    last === undefined ? '' : ` with at most ${limits.length === 0 ? last : `${limits.join(', ')} and ${last}`}`
  const what = data === null ? 'the points' : NAMES[data]
  return `Separate ${what}${most}: ${Math.round(accuracy * 100)} % of the held-back points right, for every seed.`
}

export type GoalVerdict =
  /** Of the slowest seed. */
  { is: 'reached'; epoch: number } | { is: 'open'; why: string | null }

/** Whether a run meets it; `why` names what in the settings stands in the way, whatever the run does. */
export function judgeGoal(goal: Goal, run: GoalRun): GoalVerdict {
  if (goal.data !== null && goal.data !== run.data) return { is: 'open', why: `The data are not ${NAMES[goal.data]}.` }
  if (goal.units !== null && run.units > goal.units) return over('hidden units', run.units, goal.units)
  if (goal.layers !== null && run.layers > goal.layers) return over('hidden layers', run.layers, goal.layers)
  const epochs = run.reachedAt.map((epoch) => epoch ?? Number.POSITIVE_INFINITY)
  const slowest = epochs.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...epochs)
  return slowest <= (goal.epochs ?? Number.MAX_VALUE) ? { is: 'reached', epoch: slowest } : { is: 'open', why: null }
}

function over(what: string, found: number, most: number): GoalVerdict {
  return { is: 'open', why: `There are ${found} ${what}, and ${most} are allowed.` }
}
