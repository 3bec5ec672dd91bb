import { expect, test } from 'vitest'
import type { ChartPoint } from '@/components/plot/chart-series'
import type { ActivationName } from '@/lib/engine'
import { plannedSnapshot, type RunView } from '@/lib/training/training-snapshot'
import { curvesOf, groupByActivation, meanCurve, trainingLoss, validationAccuracy } from './run-curves'

function view(name: ActivationName, seed: number, changes: Partial<RunView> = {}): RunView {
  const spec = {
    version: 1,
    data: { kind: 'xor', samples: 10, noise: 0, seed: 0, validation: 0.5 },
    model: [
      { layer: 'linear', units: 2 },
      { layer: 'activation', name },
    ],
    loss: { kind: 'softmax-cross-entropy' },
    optimizer: { kind: 'sgd', learningRate: 1 },
    batch: 5,
    epochs: 1,
    seeds: [seed],
  } as const
  const request = { key: `${name} ${seed}`, seed, spec: { ...spec, model: [...spec.model], seeds: [seed] } }
  const [run] = plannedSnapshot([request], null).runs
  if (!run) throw new Error('no run')
  return { ...run, ...changes }
}

test('the mean is taken where all curves have a step', () => {
  const one: ChartPoint[] = [
    [2, 4],
    [4, 2],
    [5, 9],
  ]
  const two: ChartPoint[] = [
    [2, 2],
    [4, 4],
    [6, 1],
  ]
  expect(meanCurve([one, two])).toEqual([
    [2, 3],
    [4, 3],
  ])
  expect(meanCurve([one])).toEqual(one)
  expect(meanCurve([])).toEqual([])
})

test('a diverged seed keeps its line, whose last point no other seed has, but is in no mean; the legend says so', () => {
  const calm: [number, number][] = [
    [2, 3],
    [4, 1],
  ]
  const wild: [number, number][] = [
    [2, 5],
    [3, 1e9],
  ]
  const runs = [
    view('relu', 0, { lossCurve: calm, status: 'finished' }),
    view('relu', 1, { lossCurve: wild, status: 'diverged' }),
    view('relu', 2, { lossCurve: calm, status: 'finished' }),
  ]
  const lines = curvesOf(groupByActivation(runs), trainingLoss)
  expect(lines.map(({ label, points }) => [label, points])).toEqual([
    ['ReLU, seed 0', calm],
    ['ReLU, seed 1', wild],
    ['ReLU, seed 2', calm],
    ['ReLU, mean of seeds, without 1 diverged', calm],
  ])
})

test('where every seed diverged there is no mean, and the legend says why', () => {
  const runs = [0, 1].map((seed) => view('relu', seed, { lossCurve: [[1, 1e9]], status: 'diverged' }))
  expect(curvesOf(groupByActivation(runs), trainingLoss).at(-1)).toMatchObject({
    label: 'ReLU, no mean: every seed diverged',
    points: [],
  })
})

test('several seeds: thin lines and a mean; one seed: one line', () => {
  const lossCurve: [number, number][] = [[1, 3]]
  const groups = groupByActivation([view('relu', 0, { lossCurve }), view('relu', 1), view('gelu', 0, { lossCurve })])
  const lines = curvesOf(groups, trainingLoss)
  expect(lines.map(({ label, background }) => [label, background ?? false])).toEqual([
    ['ReLU, seed 0', true],
    ['ReLU, mean of seeds', false],
    ['GELU', false],
  ])
  expect(lines[0]?.color).toBe('var(--act-relu)')
})

test('accuracy is drawn only where it means something', () => {
  const evaluation = { step: 5, epoch: 1, train: null, probes: [] }
  const run = view('relu', 0, {
    evaluations: [
      { ...evaluation, validation: { loss: 1, accuracy: 0.5 } },
      { ...evaluation, step: 9, validation: { loss: 1, accuracy: null } },
    ],
  })
  expect(validationAccuracy(run)).toEqual([[5, 0.5]])
})

test('a network with an activation of its own is called by none of the registry', () => {
  const model = [
    { layer: 'linear', units: 2 },
    { layer: 'activation', name: 'expression', expression: 'z^2' },
  ] as const
  const { spec, ...rest } = view('relu', 0)
  const own = { ...rest, spec: { ...spec, model: [...model] } }
  const straight = { ...rest, spec: { ...spec, model: [model[0]] } }
  expect(groupByActivation([own, straight]).map(({ label }) => label)).toEqual(['Own expression', 'Linear'])
})
