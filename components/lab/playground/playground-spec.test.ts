import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seedsOf } from '@/components/lab/recipe-parts'
import { checkSpec } from '@/lib/engine'
import { LAB_WIDGETS } from '@/lib/lab/registry'
import { anyValueOf } from '@/lib/lab/testing/arbitrary-settings'
import type { LabWidget } from '@/lib/lab/widget'
import { layerOf, type PlaygroundSettings, planOf } from './playground-spec'

const { defaults } = LAB_WIDGETS.playground
const specOf = (changed: Partial<PlaygroundSettings>) => {
  const planned = planOf({ ...defaults, ...changed }, null)
  if ('problem' in planned) throw new Error(planned.problem)
  return planned.plan.spec
}

test('whatever a link says, there is a plan that the engine finds no problem in, or a sentence', () => {
  const widget: LabWidget = LAB_WIDGETS.playground
  const any = fc.record(
    Object.fromEntries(Object.entries(widget.fields).map(([key, field]) => [key, anyValueOf(field)])),
  ) as unknown as fc.Arbitrary<PlaygroundSettings>
  fc.assert(
    fc.property(any, (settings) => {
      const planned = planOf(settings, null)
      if ('problem' in planned) expect(planned.problem).toMatch(/^[A-Z].*\.$/)
      else {
        expect(checkSpec(planned.plan.spec)).toEqual([])
        expect(planned.plan.seeds).toHaveLength(settings.seeds)
        expect(planned.plan.steps).toBeGreaterThan(0)
      }
    }),
    { numRuns: 300 },
  )
})

test('the defaults can be run', () => {
  expect(specOf({}).data).toEqual({ kind: 'spiral', samples: 300, noise: 0.05, seed: 1, validation: 0.3 })
  expect(seedsOf({ seed: 5, seeds: 3 })).toEqual([5, 6, 7])
})

describe('each setting reaches the recipe', () => {
  test.each<[keyof PlaygroundSettings, Partial<PlaygroundSettings>, object]>([
    ['lr', { lr: 3 }, { optimizer: { kind: 'adam', learningRate: 3, weightDecay: 0 } }],
    [
      'mom',
      { opt: 'sgd', mom: 0.9, decay: 0.01, clip: 1 },
      { optimizer: { kind: 'sgd', learningRate: 0.01, weightDecay: 0.01, clipNorm: 1, momentum: 0.9 } },
    ],
    ['plan', { plan: 'cosine', warm: 5 }, { schedule: { kind: 'cosine', warmupSteps: 5 } }],
    ['plan', { plan: 'step', epochs: 30 }, { schedule: { kind: 'step', everySteps: 130, factor: 0.1 } }],
    ['loss', { loss: 'bce-with-logits', smooth: 0.1 }, { loss: { kind: 'bce-with-logits', labelSmoothing: 0.1 } }],
    ['batch', { batch: 500 }, { batch: 210 }],
    ['classes', { classes: 4 }, { data: expect.objectContaining({ classes: 4 }) }],
  ])('%s', (_, changed, part) => {
    expect(specOf(changed)).toMatchObject(part)
  })

  test('layers, with their own activation, parameter and fitting initialisation', () => {
    const { model } = specOf({
      layers: [layerOf(5, 'leaky-relu'), [4, 'prelu', 0.5], [3, 'selu', 0]],
      dropout: 0.2,
      norm: 'layer',
      gain: 2,
    })
    expect(model).toEqual([
      { layer: 'linear', units: 5, init: { name: 'he-normal', gain: 2 } },
      { layer: 'layer-norm' },
      { layer: 'activation', name: 'leaky-relu', alpha: 0.01 },
      { layer: 'dropout', rate: 0.2 },
      { layer: 'linear', units: 4, init: { name: 'he-normal', gain: 2 } },
      { layer: 'layer-norm' },
      { layer: 'activation', name: 'prelu', alpha: 0.5, learnt: true },
      { layer: 'dropout', rate: 0.2 },
      { layer: 'linear', units: 3, init: { name: 'lecun-normal', gain: 2 } },
      { layer: 'layer-norm' },
      { layer: 'activation', name: 'selu' },
      { layer: 'alpha-dropout', rate: 0.2 },
      { layer: 'linear', units: 2, init: { name: 'glorot-normal', gain: 2 } },
    ])
  })
})

describe('what cannot be trained is said', () => {
  test.each<[string, Partial<PlaygroundSettings>, string]>([
    ['no own points', { data: 'own' }, 'Place at least 6 points; there are 0.'],
    [
      'own points of one class',
      { data: 'own', points: Array.from({ length: 8 }, (_, i) => [i / 10, 0, 0] as const) },
      'All points are of one class',
    ],
    ['no file', { data: 'csv' }, 'Choose a CSV file'],
    ['two outputs too few', { loss: 'bce-with-logits', classes: 3 }, 'tells two classes apart, and there are 3'],
  ])('%s', (_, changed, sentence) => {
    expect(planOf({ ...defaults, ...changed }, null)).toEqual({ problem: expect.stringContaining(sentence) })
  })
})

test('a file’s points are trained on as they are', () => {
  const points = Array.from({ length: 20 }, (_, i): [number, number, number] => [i / 20, -i / 20, i % 3])
  const planned = planOf({ ...defaults, data: 'csv' }, { points, classes: ['a', 'b', 'c'] })
  expect(planned).toMatchObject({ plan: { spec: { data: { kind: 'points', points, classes: 3 } } } })
})
