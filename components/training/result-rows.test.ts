import { expect, test } from 'vitest'
import { challengePlan, DEFAULT_SETTINGS } from '@/components/challenge/challenge-plan'
import { plannedSnapshot, type RunView } from '@/lib/training/training-snapshot'
import { resultRows } from './result-rows'
import { groupByActivation } from './run-curves'

function finish(run: RunView, accuracy: number, imagesPerSecond: number): RunView {
  return {
    ...run,
    status: 'finished',
    multiplyAdds: 8e6,
    result: {
      outcome: 'finished',
      steps: 93,
      divergence: null,
      weightHash: 'a'.repeat(64),
      validation: { loss: 1, accuracy },
      numerics: 'ts-1',
      dataHash: 'd',
      elapsedMs: 20_000,
      trainingMs: 15_000,
      imagesPerSecond,
    },
  }
}

const { runs } = plannedSnapshot(challengePlan(DEFAULT_SETTINGS, [0, 1]), null)
const [relu0, swish0, gelu0, relu1] = runs
if (!relu0 || !swish0 || !gelu0 || !relu1) throw new Error('the plan is too short')

test('a row an activation: mean and spread over the finished seeds, cost relative to the first', () => {
  const rows = resultRows(
    groupByActivation([finish(relu0, 0.4, 200), finish(relu1, 0.5, 200), finish(swish0, 0.44, 160), gelu0]),
  )
  expect(rows.map(({ label, seeds }) => [label, seeds])).toEqual([
    ['ReLU', 2],
    ['Swish', 1],
    ['GELU', 0],
  ])
  expect(rows[0]).toMatchObject({ lowest: 0.4, highest: 0.5, relativeCost: 1, multiplyAdds: 8e6 })
  expect(rows[0]?.accuracy).toBeCloseTo(0.45, 12)
  expect(rows[1]?.relativeCost).toBeCloseTo(1.25, 12)
  expect(rows[2]).toMatchObject({ accuracy: null, relativeCost: null, elapsedMs: null })
})

test('a diverged run counts as such and in no mean', () => {
  const [row] = resultRows(groupByActivation([finish(relu0, 0.4, 200), { ...relu1, status: 'diverged' }]))
  expect(row).toMatchObject({ seeds: 1, diverged: 1, accuracy: 0.4 })
})
