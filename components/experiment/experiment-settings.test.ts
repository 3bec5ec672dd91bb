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

test('a repair comes before another activation: what it removed does not come back', () => {
  const squashed: ExperimentSpec = { ...spec, model: [...spec.model, { layer: 'activation', name: 'sigmoid' }] }
  const settings = { ...settingsOf(squashed), repair: 'bare-logits' as const, activation: 'relu' as const }
  expect(specWith(squashed, settings, spec.seeds).model).toEqual([
    spec.model[0],
    { layer: 'activation', name: 'relu' },
    spec.model[2],
  ])
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

const rescue: ExperimentSpec = {
  ...spec,
  epochs: 120,
  interventions: [{ atStep: 590, layer: 1, activation: { name: 'relu' } }],
}
const images: ExperimentSpec = {
  ...spec,
  data: { kind: 'cifar10', train: 750, validation: 10 },
  model: [{ layer: 'flatten' }, { layer: 'linear', units: 10 }],
}

test('choices contain the recipe’s own value, in order, once', () => {
  expect(learningRates(spec)).toContain(0.05)
  expect(learningRates({ ...spec, optimizer: { kind: 'sgd', learningRate: 0.1 } })).toHaveLength(11)
  expect(epochChoices(spec, settingsOf(spec))).toEqual([5, 10, 20, 40, 80])
  const once = { ...spec, epochs: 1 }
  expect(epochChoices(once, settingsOf(once))).toEqual([1, 2, 4])
  expect(imageChoices(images, settingsOf(images))).toEqual([500, 750, 1000, 2000, 4000])
  expect(imageChoices(spec, settingsOf(spec))).toEqual([])
})

test('a recipe that intervenes at certain steps keeps its length', () => {
  expect(checkSpec(rescue)).toEqual([])
  expect(epochChoices(rescue, settingsOf(rescue))).toEqual([120])
  const inside: ExperimentSpec = {
    ...images,
    model: [{ layer: 'flatten' }, { layer: 'activation', name: 'tanh' }, { layer: 'linear', units: 10 }],
    interventions: [{ atStep: 3, layer: 1, activation: { name: 'relu' } }],
  }
  expect(imageChoices(inside, settingsOf(inside))).toEqual([750])
})

// So large a network and batch that a long run on all images costs too much, and 500 images are not one batch.
const heavy: ExperimentSpec = {
  ...images,
  model: [{ layer: 'conv2d', channels: 64, kernel: 3 }, { layer: 'flatten' }, { layer: 'linear', units: 10 }],
  batch: 600,
  epochs: 1400,
}

test.each([
  [{ images: 750 }, { epochs: [350, 700, 1400, 2800, 5600], images: [750, 1000, 2000, 4000] }],
  [{ images: 4000 }, { epochs: [350, 700, 1400], images: [750, 1000, 2000, 4000] }],
  [{ epochs: 5600 }, { epochs: [350, 700, 1400, 2800, 5600], images: [750, 1000] }],
])('with %j only what can be run is offered', (changes, offered) => {
  const settings = { ...settingsOf(heavy), ...changes }
  expect({ epochs: epochChoices(heavy, settings), images: imageChoices(heavy, settings) }).toEqual(offered)
})
