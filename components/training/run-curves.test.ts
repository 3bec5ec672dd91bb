import { expect, test } from 'vitest'
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

test('the mean is taken over the curves that have got to a step', () => {
  const one = [[1, 4] as const, [2, 2] as const]
  const two = [[1, 2] as const]
  expect(meanCurve([one, two])).toEqual([
    [1, 3],
    [2, 2],
  ])
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
