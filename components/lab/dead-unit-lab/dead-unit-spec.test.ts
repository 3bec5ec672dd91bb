import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSpec } from '@/lib/engine'
import { LAB_WIDGETS } from '@/lib/lab/registry'
import { anyValueOf } from '@/lib/lab/testing/arbitrary-settings'
import type { LabWidget } from '@/lib/lab/widget'
import { activationAt, type DeadUnitSettings, placeOf, planOf, swapsOf, withSwap } from './dead-unit-spec'

const { defaults } = LAB_WIDGETS['dead-unit-lab']
const specOf = (changed: Partial<DeadUnitSettings>) => {
  const planned = planOf({ ...defaults, ...changed })
  if ('problem' in planned) throw new Error(planned.problem)
  return planned.plan.spec
}

test('whatever a link says, there is a plan that the engine finds no problem in, or a sentence', () => {
  const widget: LabWidget = LAB_WIDGETS['dead-unit-lab']
  const any = fc.record(
    Object.fromEntries(Object.entries(widget.fields).map(([key, field]) => [key, anyValueOf(field)])),
  ) as unknown as fc.Arbitrary<DeadUnitSettings>
  fc.assert(
    fc.property(any, (settings) => {
      const planned = planOf(settings)
      if ('problem' in planned) expect(planned.problem).toMatch(/^[A-Z].*\.$/)
      else {
        expect(checkSpec(planned.plan.spec)).toEqual([])
        expect(planned.plan.steps).toBeGreaterThan(0)
        expect(planned.plan.steps).toBeLessThanOrEqual(5000)
      }
    }),
    { numRuns: 300 },
  )
})

test('the defaults are the lesson’s network and data, with biases below zero and a rate ten times as large', () => {
  expect(specOf({})).toEqual({
    version: 1,
    data: { kind: 'spiral', samples: 400, noise: 0.05, seed: 7, validation: 0.2 },
    model: [
      { layer: 'linear', units: 32, init: { name: 'he-normal' }, initialBias: -0.5 },
      { layer: 'activation', name: 'relu' },
      { layer: 'linear', units: 2, init: 'glorot-normal' },
    ],
    loss: { kind: 'softmax-cross-entropy' },
    optimizer: { kind: 'sgd', learningRate: 1, momentum: 0.9 },
    schedule: { kind: 'constant' },
    batch: 32,
    epochs: 40,
    seeds: [2],
    interventions: [],
  })
})

describe('each setting reaches the recipe', () => {
  test.each<[string, Partial<DeadUnitSettings>, object]>([
    ['Adam', { opt: 'adam', lr: 0.02, mom: 0.5 }, { optimizer: { kind: 'adam', learningRate: 0.02 } }],
    ['a rate that drops', { plan: 'drop' }, { schedule: { kind: 'step', everySteps: 200, factor: 0.04 } }],
    ['a batch larger than there are examples', { samples: 60, batch: 200 }, { batch: 48 }],
    [
      'layers, first weights and biases',
      { units: [3, 4], init: 'orthogonal', gain: 2, bias: -2 },
      {
        model: [
          { layer: 'linear', units: 3, init: { name: 'orthogonal', gain: 2 }, initialBias: -2 },
          { layer: 'activation', name: 'relu' },
          { layer: 'linear', units: 4, init: { name: 'orthogonal', gain: 2 }, initialBias: -2 },
          { layer: 'activation', name: 'relu' },
          { layer: 'linear', units: 2, init: 'glorot-normal' },
        ],
      },
    ],
    [
      'a swap of all layers',
      { units: [3, 4], swaps: [[100, 'leaky-relu', 0.05]] },
      {
        interventions: [
          { atStep: 100, layer: 1, activation: { name: 'leaky-relu', alpha: 0.05 } },
          { atStep: 100, layer: 3, activation: { name: 'leaky-relu', alpha: 0.05 } },
        ],
      },
    ],
  ])('%s', (_, changed, part) => {
    expect(specOf(changed)).toMatchObject(part)
  })
})

test('too many steps are refused with what to do, and swaps after the end are left out', () => {
  expect(planOf({ ...defaults, epochs: 500, batch: 1 })).toEqual({
    problem:
      'That would be 160,000 steps, and every one of them is kept, at most 5,000: take fewer epochs or a larger batch.',
  })
  expect(specOf({ swaps: [[400, 'gelu', 0]] }).interventions).toEqual([])
})

describe('swaps', () => {
  const swaps = [
    [200, 'gelu', 0],
    [50, 'leaky-relu', 0.2],
    [200, 'relu', 0],
  ] as const

  test('stand in the order of their steps, and the last one of a step counts', () => {
    expect(swapsOf({ swaps: [...swaps] as never })).toEqual([
      [50, 'leaky-relu', 0.2],
      [200, 'relu', 0],
    ])
  })

  test('hold from their step on', () => {
    const settings = { swaps: [...swaps] as never }
    expect(activationAt(settings, 49)).toEqual({ name: 'relu', value: 0, since: null })
    expect(activationAt(settings, 50)).toEqual({ name: 'leaky-relu', value: 0.2, since: 50 })
    expect(activationAt(settings, 400)).toMatchObject({ name: 'relu', since: 200 })
  })

  test('a new one forgets those that were to come after it', () => {
    expect(withSwap({ swaps: [...swaps] as never }, 120, 'swish')).toEqual([
      [50, 'leaky-relu', 0.2],
      [120, 'swish', 1],
    ])
    expect(withSwap({ swaps: [...swaps] as never }, 50, 'tanh')).toEqual([[50, 'tanh', 0]])
  })
})

test('a unit’s number leads to its layer', () => {
  expect([0, 1, 8, 9, 12, 13].map((number) => placeOf([8, 4], number))).toEqual([
    null,
    { layer: 0, unit: 0 },
    { layer: 0, unit: 7 },
    { layer: 1, unit: 0 },
    { layer: 1, unit: 3 },
    null,
  ])
})
