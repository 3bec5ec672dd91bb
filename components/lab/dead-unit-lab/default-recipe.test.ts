/** What the lab promises before anybody touches it (E3): most units die, and a swap with the weights kept brings some back. */
import { beforeAll, expect, test } from 'vitest'
import { LAB_WIDGETS } from '@/lib/lab/registry'
import { backSince, countChanges, countStates, UnitHistory } from '@/lib/training/dead-units/unit-history'
import { UnitSession } from '@/lib/training/dead-units/unit-session'
import { nodeBackend } from '@/lib/training/hardware/node-backend'
import { loadRecipeHere } from '@/lib/training/plane/testing/recipe-here'
import { type DeadUnitSettings, planOf } from './dead-unit-spec'

const { defaults } = LAB_WIDGETS['dead-unit-lab']

interface Outcome {
  history: UnitHistory
  loss: number
}

async function runOf(changed: Partial<DeadUnitSettings>): Promise<Outcome> {
  const planned = planOf({ ...defaults, ...changed })
  if ('problem' in planned) throw new Error(planned.problem)
  const { spec, seed, steps } = planned.plan
  const session = new UnitSession({ now: () => 0, load: (recipe) => loadRecipeHere(recipe, nodeBackend()) })
  const history = new UnitHistory(32, steps)
  const started = await session.answer({ kind: 'start', spec, seed, checkpoint: null })
  const ended = await session.answer({ kind: 'advance', steps, until: steps, budgetMs: 1e9, checkpoint: false })
  if (started.kind !== 'started' || ended.kind !== 'frame') throw new Error('The run did not go through.')
  history.add(started.frame.looks)
  history.add(ended.frame.looks)
  return { history, loss: ended.frame.news.evaluations.at(-1)?.validation.loss ?? Number.NaN }
}

let left: Outcome
let leaky: Outcome
beforeAll(async () => {
  left = await runOf({})
  leaky = await runOf({ swaps: [[defaults.pause, 'leaky-relu', 0.1]] })
})

test('when it pauses more than half of the units are dead, most of them killed on the way; left alone they stay so', () => {
  const { history } = left
  const { born, deaths } = countChanges(history, defaults.pause)
  expect(countStates(history, defaults.pause).dead).toBeGreaterThan(16)
  expect(deaths).toBeGreaterThan(born)
  expect(countStates(history, history.last).dead).toBeGreaterThanOrEqual(countStates(history, defaults.pause).dead)
})

test('with Leaky ReLU in their place, weights kept, a third of the dead is back at the end, and the loss is lower', () => {
  const { dead, back } = backSince(leaky.history, defaults.pause, leaky.history.last)
  expect(dead).toBe(countStates(left.history, defaults.pause).dead)
  expect(back.length).toBeGreaterThan(dead / 3)
  expect(leaky.loss).toBeLessThan(left.loss)
})
