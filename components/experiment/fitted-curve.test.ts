import { expect, test } from 'vitest'
import type { ExperimentSpec } from '@/lib/engine'
import { plannedSnapshot } from '@/lib/training/training-snapshot'
import { fitsOf } from './fitted-curve'
import { pictureKind } from './picture-kind'

const spec: ExperimentSpec = {
  version: 1,
  data: { kind: 'function', name: 'sine', samples: 20, noise: 0, seed: 0, validation: 0.5 },
  model: [
    { layer: 'linear', units: 4 },
    { layer: 'activation', name: 'tanh' },
    { layer: 'linear', units: 1 },
  ],
  loss: { kind: 'mse' },
  optimizer: { kind: 'sgd', learningRate: 0.1 },
  batch: 5,
  epochs: 1,
  seeds: [0, 1, 2],
}
const line = { inputs: Float32Array.of(-1, 1), targets: Float32Array.of(0, 1), low: -1, high: 1 }

test('each seed that has begun is a curve over the data’s own stretch, the current one on top', () => {
  const { runs } = plannedSnapshot(
    spec.seeds.map((seed) => ({ key: `seed ${seed}`, seed, spec })),
    null,
  )
  const begun = runs.map((run, index) => (index < 2 ? { ...run, fit: Float32Array.of(0, 0.5, index) } : run))
  const fits = fitsOf(line, begun, 'seed 0')
  expect(fits.map(({ label, background }) => [label, background])).toEqual([
    ['Tanh, seed 1', true],
    ['Tanh, seed 0', false],
  ])
  expect(fits[0]?.points).toEqual([
    [-1, 0],
    [0, 0.5],
    [1, 1],
  ])
})

test('what is drawn of the network is known from the recipe', () => {
  expect(pictureKind(spec)).toBe('line')
  expect(pictureKind({ data: { kind: 'moons', samples: 9, noise: 0, seed: 0, validation: 0.2 } })).toBe('plane')
  expect(pictureKind({ data: { kind: 'cifar10', train: 10, validation: 10 } })).toBe(null)
})
