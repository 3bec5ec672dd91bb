/** The computation taken apart is the one that the tape does in one go, for any network that can be set. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACTIVATION_NAMES } from '@/lib/engine'
import { activation, bceWithLogits, huber, linear, mae, mse, type Tensor, tensor } from '@/lib/engine/doors/autograd'
import { LAB_WIDGETS } from '@/lib/lab/registry'
import { type BackpropSettings, planNetwork, type Unit } from './network-plan'
import { differenceOf, runTape, type StepFact } from './tape-run'

const { defaults } = LAB_WIDGETS['backprop-view']
const parameters = planNetwork({ ...defaults, inputs: 3, units: 3, 'more-units': 3 }).parameters
const size = fc.double({ min: -2, max: 2, noNaN: true })

const anySettings: fc.Arbitrary<BackpropSettings> = fc
  .record({
    inputs: fc.integer({ min: 1, max: 3 }),
    units: fc.integer({ min: 1, max: 3 }),
    'more-units': fc.integer({ min: 0, max: 3 }),
    f1: fc.constantFrom(...ACTIVATION_NAMES),
    f2: fc.constantFrom(...ACTIVATION_NAMES),
    fo: fc.constantFrom(...ACTIVATION_NAMES),
    loss: fc.constantFrom('mse', 'mae', 'huber', 'bce-with-logits'),
    target: fc.double({ min: 0, max: 1, noNaN: true }),
    rate: fc.double({ min: 0.001, max: 10, noNaN: true }),
    ...Object.fromEntries(['x1', 'x2', 'x3', ...parameters].map((key) => [key, size])),
  })
  .map((changed) => ({ ...defaults, ...changed }) as BackpropSettings)

/** The same network as layers of matrices: what the oracle of the engine computes. */
function asLayers(settings: BackpropSettings) {
  const plan = planNetwork(settings)
  const x = tensor(
    [1, plan.inputs.length],
    plan.inputs.map((id) => settings[id]),
  )
  const leaves: { units: readonly Unit[]; weight: Tensor; bias: Tensor }[] = []
  let y = x
  for (const units of plan.layers) {
    const terms = units.flatMap((unit) => unit.terms.map(({ weight }) => settings[weight]))
    const weight = tensor([units.length, terms.length / units.length], terms)
    const bias = tensor(
      [units.length],
      units.map((unit) => settings[unit.bias]),
    )
    leaves.push({ units, weight, bias })
    y = activation(linear(y, weight, bias), units[0]?.activation ?? 'linear')
  }
  const loss = { mse, mae, huber, 'bce-with-logits': bceWithLogits }[settings.loss](y, [settings.target])
  loss.backward()
  return { x, leaves, loss }
}

test('values and gradients are those of the network as matrices, and each step carries on from the last', () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      const run = runTape(settings)
      const { x, leaves, loss } = asLayers(settings)
      expect(run.loss).toBeCloseTo(loss.data[0] ?? Number.NaN, 10)
      planNetwork(settings).inputs.forEach((id, i) => {
        expect(run.gradients.get(id)).toBeCloseTo(x.grad[i] ?? Number.NaN, 9)
      })
      for (const { units, weight, bias } of leaves) {
        const ids = units.flatMap((unit) => unit.terms.map((term) => term.weight))
        ids.forEach((id, i) => {
          expect(run.gradients.get(id), id).toBeCloseTo(weight.grad[i] ?? Number.NaN, 9)
        })
        units.forEach((unit, i) => {
          expect(run.gradients.get(unit.bias), unit.bias).toBeCloseTo(bias.grad[i] ?? Number.NaN, 9)
        })
      }
      for (const fact of run.steps) checkArithmetic(fact, settings)
    }),
    { numRuns: 200 },
  )
})

/** What the equation of the step says must be so. */
function checkArithmetic(fact: StepFact, { rate }: BackpropSettings) {
  switch (fact.kind) {
    case 'term':
      expect(fact.after).toBe((fact.before ?? 0) + fact.weight * fact.input + 0)
      return
    case 'bias':
      expect(fact.after).toBe(fact.before + fact.bias + 0)
      return
    case 'loss-back':
    case 'activation-back':
      expect(fact.gradient).toBe(fact.upstream * fact.slope + 0)
      return
    case 'weight-back':
      expect(fact.gradient).toBe(fact.delta * fact.input + 0)
      return
    case 'input-back':
      expect(fact.share).toBe(fact.delta * fact.weight + 0)
      expect(fact.after).toBe((fact.before ?? 0) + fact.share + 0)
      return
    case 'update':
      expect(fact.updated).toBe(fact.old + -rate * fact.gradient + 0)
      return
    case 'start':
    case 'activation':
    case 'loss':
    case 'seed':
    case 'bias-back':
    case 'loss-after':
      return
    default:
      fact satisfies never
  }
}

describe('a network by hand', () => {
  // One input of 2, one ReLU of weight 3 and bias −1, out 0.5·a + 0: z = 5, ŷ = 2.5, L = (2.5 − 1)² = 2.25.
  const settings: BackpropSettings = {
    ...defaults,
    inputs: 1,
    units: 1,
    f1: 'relu',
    x1: 2,
    'w1.11': 3,
    'b1.1': -1,
    'wo.1': 0.5,
    bo: 0,
    target: 1,
    rate: 0.1,
  }

  test('has the steps that a person would write down', () => {
    const { steps } = runTape(settings)
    const numbers = steps.map((fact) => {
      const { unit, ...rest } = { unit: null, ...fact }
      return rest
    })
    expect(numbers).toEqual([
      { kind: 'start' },
      { kind: 'term', index: 0, weight: 3, input: 2, before: null, product: 6, after: 6 },
      { kind: 'bias', before: 6, bias: -1, after: 5 },
      { kind: 'activation', z: 5, a: 5 },
      { kind: 'term', index: 0, weight: 0.5, input: 5, before: null, product: 2.5, after: 2.5 },
      { kind: 'bias', before: 2.5, bias: 0, after: 2.5 },
      { kind: 'activation', z: 2.5, a: 2.5 },
      { kind: 'loss', output: 2.5, target: 1, loss: 2.25 },
      { kind: 'seed' },
      { kind: 'loss-back', upstream: 1, slope: 3, gradient: 3 },
      { kind: 'activation-back', z: 2.5, upstream: 3, slope: 1, gradient: 3 },
      { kind: 'bias-back', gradient: 3 },
      { kind: 'weight-back', index: 0, delta: 3, input: 5, gradient: 15 },
      { kind: 'input-back', index: 0, delta: 3, weight: 0.5, before: null, share: 1.5, after: 1.5 },
      { kind: 'activation-back', z: 5, upstream: 1.5, slope: 1, gradient: 1.5 },
      { kind: 'bias-back', gradient: 1.5 },
      { kind: 'weight-back', index: 0, delta: 1.5, input: 2, gradient: 3 },
      { kind: 'input-back', index: 0, delta: 1.5, weight: 3, before: null, share: 4.5, after: 4.5 },
      { kind: 'update', parameter: 'w1.11', old: 3, gradient: 3, rate: 0.1, updated: 3 - 0.1 * 3 },
      { kind: 'update', parameter: 'b1.1', old: -1, gradient: 1.5, rate: 0.1, updated: -1 - 0.1 * 1.5 },
      { kind: 'update', parameter: 'wo.1', old: 0.5, gradient: 15, rate: 0.1, updated: 0.5 - 0.1 * 15 },
      { kind: 'update', parameter: 'bo', old: 0, gradient: 3, rate: 0.1, updated: -0.1 * 3 },
      // z = 2.7·2 − 1.15 = 4.25, ŷ = −1·4.25 − 0.3 = −4.55.
      { kind: 'loss-after', before: 2.25, after: expect.closeTo(5.55 ** 2, 10) },
    ])
  })

  test('differences agree with every gradient', () => {
    const { gradients } = runTape(settings)
    for (const id of ['x1', 'w1.11', 'b1.1', 'wo.1', 'bo'])
      expect(differenceOf(id, settings), id).toBeCloseTo(gradients.get(id) ?? Number.NaN, 9)
  })

  test('at a kink they do not, and the check is there to show that', () => {
    const atKink = { ...settings, 'w1.11': 0.5 }
    expect(runTape(atKink).gradients.get('b1.1')).toBe(0)
    expect(Math.abs(differenceOf('b1.1', atKink))).toBeGreaterThan(0.1)
  })
})
