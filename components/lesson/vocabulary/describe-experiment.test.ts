import { expect, test } from 'vitest'
import type { ExperimentSpec } from '@/lib/engine'
import { describeClaim, describeRecipe } from './describe-experiment'

const spec: ExperimentSpec = {
  version: 1,
  data: { kind: 'spiral', samples: 400, noise: 0.05, seed: 7, validation: 0.2 },
  model: [
    { layer: 'linear', units: 16, init: 'he-normal' },
    { layer: 'activation', name: 'relu' },
    { layer: 'linear', units: 16, init: 'he-normal' },
    { layer: 'activation', name: 'relu' },
    { layer: 'linear', units: 2 },
  ],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'sgd', learningRate: 2, momentum: 0.9 },
  schedule: { kind: 'step', everySteps: 100, factor: 0.05 },
  batch: 32,
  epochs: 20,
  seeds: [0, 1],
  interventions: [{ atStep: 100, layer: 1, activation: { name: 'leaky-relu', alpha: 0.01 } }],
}

test('a recipe in words: equal layers are written once', () => {
  expect(Object.fromEntries(describeRecipe(spec).map(({ name, value }) => [name, value]))).toEqual({
    Data: 'spiral, 400 points, noise 0.05, 20 % held back',
    Network: '2 × (linear 16 (he-normal) → ReLU) → linear 2',
    Loss: 'softmax cross entropy',
    Optimizer: 'SGD, learning rate 2, momentum 0.9, times 0.05 every 100 steps',
    Length: '20 passes, batches of 32',
    Seeds: '0, 1',
    'After step 100': 'layer 1 becomes Leaky ReLU with α = 0.01; the weights stay',
  })
})

test('a claim speaks its author’s sentence, or its bounds', () => {
  const bounds = { id: 'dies', probe: 'dead-units' as const, layer: 1, atStep: 99, atLeast: 0.5 }
  expect(describeClaim({ ...bounds, statement: 'Half are dead.' })).toBe('Half are dead.')
  expect(describeClaim(bounds)).toBe('dead units at layer 1 after step 99: at least 50\u00a0%.')
})
