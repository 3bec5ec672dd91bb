import { expect, test } from 'vitest'
import { checkSpec, type ExperimentSpec } from '@/lib/engine'
import {
  epochChoices,
  imageChoices,
  isUnchanged,
  learningRates,
  planOf,
  settingsOf,
  specWith,
} from './experiment-settings'

const spec: ExperimentSpec = {
  version: 1,
  data: { kind: 'spiral', samples: 200, noise: 0.1, seed: 7, validation: 0.2 },
  model: [
    { layer: 'linear', units: 8 },
    { layer: 'activation', name: 'leaky-relu', alpha: 0.2 },
    { layer: 'linear', units: 2 },
  ],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'sgd', learningRate: 0.05 },
  batch: 32,
  epochs: 20,
  seeds: [0, 1, 2],
}

test('settings left alone give the published recipe back', () => {
  expect(isUnchanged(spec, specWith(spec, settingsOf(spec), spec.seeds))).toBe(true)
})

test.each([
  ['activation', { activation: 'relu' as const }],
  ['learning rate', { learningRate: 1 }],
  ['epochs', { epochs: 40 }],
])('a changed %s is a changed recipe, and one that can be built', (_, changes) => {
  const changed = specWith(spec, { ...settingsOf(spec), ...changes }, spec.seeds)
  expect(isUnchanged(spec, changed)).toBe(false)
  expect(checkSpec(changed)).toEqual([])
})

test('another activation replaces every one, with its own defaults', () => {
  const changed = specWith(spec, { ...settingsOf(spec), activation: 'relu' }, [0])
  expect(changed.model[1]).toEqual({ layer: 'activation', name: 'relu' })
})

test('the number of images is changed only where there are images', () => {
  const images = { ...spec, data: { kind: 'cifar10' as const, train: 4000, validation: 1000 } }
  expect(specWith(images, { ...settingsOf(images), images: 500 }, [0]).data).toMatchObject({ train: 500 })
  expect(settingsOf(spec).images).toBeNull()
})

test('one run a seed, each with a key of its own', () => {
  expect(planOf(spec, [99]).map(({ key, seed, evaluateAt }) => [key, seed, evaluateAt])).toEqual([
    ['seed 0', 0, [99]],
    ['seed 1', 1, [99]],
    ['seed 2', 2, [99]],
  ])
})

test('choices contain the recipe’s own value, in order, once', () => {
  expect(learningRates(spec)).toContain(0.05)
  expect(learningRates({ ...spec, optimizer: { kind: 'sgd', learningRate: 0.1 } })).toHaveLength(11)
  expect(epochChoices(spec)).toEqual([5, 10, 20, 40, 80])
  expect(epochChoices({ ...spec, epochs: 1 })).toEqual([1, 2, 4])
  expect(imageChoices({ ...spec, data: { kind: 'cifar10', train: 750, validation: 10 } })).toEqual([
    500, 750, 1000, 2000, 4000,
  ])
})
