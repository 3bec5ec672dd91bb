/** Every optimizer by its plan and its kernel's TypeScript twin; that twin and kernel agree, twins/optimizers.test.ts says. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goldenOptimizers } from '../golden/golden'
import { SMALLEST_NORMAL } from '../numerics/flush'
import { argumentsOf } from '../program/kernel-table'
import type { OptimizerSpec } from '../spec/training-spec'
import { type Memory, viewMemory } from '../twins/memory'
import { adamUpdate, rmspropUpdate, sgdUpdate } from '../twins/optimizers'
import { HYPER_LENGTH } from './optimizer-plan'
import { planOptimizer } from './plan-optimizer'

type Twin = (memory: Memory, ...values: number[]) => void
const twins = { sgdUpdate, rmspropUpdate, adamUpdate } as Record<ReturnType<typeof planOptimizer>['kernel'], Twin>

/** Regions of `length` numbers each, a gap of 4 between them; what no plan names begins as 7 and must stay so. */
function workbench(spec: OptimizerSpec, length: number) {
  const plan = planOptimizer(spec)
  const names = ['weights', 'gradient', 'velocity', 'means', 'squares', 'hyper']
  const stride = Math.max(length, HYPER_LENGTH) + 4
  const memory = viewMemory(new ArrayBuffer(4 * stride * (names.length + 1)))
  memory.f32.fill(7)
  const address = (name: string) => 4 * stride * (1 + names.indexOf(name))
  const region = (name: string) => memory.f32.subarray(address(name) >> 2, (address(name) >> 2) + length)
  for (const state of plan.states) region(state).fill(0)
  const values = argumentsOf(plan.kernel).map(([name]) => (name === 'length' ? length : address(name)))
  const hyper = memory.f32.subarray(address('hyper') >> 2, (address('hyper') >> 2) + HYPER_LENGTH)
  return {
    weights: region('weights'),
    gradient: region('gradient'),
    states: plan.states.map(region),
    step(step: number, learningRate = spec.learningRate) {
      plan.fillHyper(hyper, learningRate, step)
      twins[plan.kernel](memory, ...values)
    },
    /** Numbers outside the regions that this plan may write. */
    outside() {
      const inside = ['weights', 'gradient', 'hyper', ...plan.states].map((name) => address(name) >> 2)
      return memory.f32.filter(
        (_, i) => !inside.some((start) => i >= start && i < start + Math.max(length, HYPER_LENGTH)),
      )
    },
  }
}

test.each(goldenOptimizers)('$name: ten steps as PyTorch takes them', ({ spec, start, gradients, weights }) => {
  const bench = workbench(spec, 8)
  bench.weights.fill(0)
  bench.weights.set(start)
  for (const [step, gradient] of gradients.entries()) {
    bench.gradient.fill(0)
    bench.gradient.set(gradient)
    bench.step(step)
    for (const [i, expected] of (weights[step] ?? []).entries()) {
      expect(Math.abs((bench.weights[i] ?? Number.NaN) - expected)).toBeLessThan(2e-6 * Math.max(1, Math.abs(expected)))
    }
  }
})

/** The papers' formulas in double precision, for one weight: the weight after each gradient. */
function followFormula(spec: OptimizerSpec, start: number, gradients: number[]): number[] {
  const { learningRate, weightDecay = spec.kind === 'adamw' ? 0.01 : 0 } = spec
  let [w, m, v] = [start, 0, 0]
  return gradients.map((gradient, i) => {
    const g = spec.kind === 'adamw' ? gradient : gradient + weightDecay * w
    if (spec.kind === 'sgd') {
      m = (spec.momentum ?? 0) * m + g
      w -= learningRate * (spec.nesterov ? g + (spec.momentum ?? 0) * m : m)
    } else if (spec.kind === 'rmsprop') {
      const { alpha = 0.99, epsilon = 1e-8, momentum = 0 } = spec
      v = alpha * v + (1 - alpha) * g * g
      m = momentum * m + g / (Math.sqrt(v) + epsilon)
      w -= learningRate * m
    } else {
      const { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = spec
      if (spec.kind === 'adamw') w *= 1 - learningRate * weightDecay
      m = beta1 * m + (1 - beta1) * g
      v = beta2 * v + (1 - beta2) * g * g
      w -= (learningRate * (m / (1 - beta1 ** (i + 1)))) / (Math.sqrt(v / (1 - beta2 ** (i + 1))) + epsilon)
    }
    return w
  })
}

const rate = fc.double({ min: 1e-4, max: 0.3, noNaN: true })
const part = fc.double({ min: 0, max: 0.99, noNaN: true })
const decay = fc.option(fc.double({ min: 0, max: 0.2, noNaN: true }), { nil: undefined })
const epsilon = fc.constantFrom(1e-8, 1e-3)
const moments = { learningRate: rate, weightDecay: decay, beta1: part, beta2: part, epsilon }
const anySpec: fc.Arbitrary<OptimizerSpec> = fc.oneof(
  fc.record({
    kind: fc.constant('sgd' as const),
    learningRate: rate,
    weightDecay: decay,
    momentum: part,
    nesterov: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('sgd' as const), learningRate: rate, weightDecay: decay }),
  fc.record({
    kind: fc.constant('rmsprop' as const),
    learningRate: rate,
    weightDecay: decay,
    alpha: part,
    epsilon,
    momentum: part,
  }),
  fc.record({ kind: fc.constant('rmsprop' as const), learningRate: rate }),
  fc.record({ kind: fc.constant('adam' as const), ...moments }),
  fc.record({ kind: fc.constant('adamw' as const), ...moments }),
)
const anyGradient = fc.double({ min: 0.01, max: 3, noNaN: true }).chain((g) => fc.constantFrom(g, -g))

test('any settings: the steps follow the formulas in double precision', () => {
  fc.assert(
    fc.property(anySpec, fc.array(anyGradient, { minLength: 1, maxLength: 20 }), (spec, gradients) => {
      const bench = workbench(spec, 4)
      bench.weights.fill(1.5)
      followFormula(spec, 1.5, gradients.map(Math.fround)).forEach((expected, step) => {
        bench.gradient.fill(gradients[step] ?? 0)
        bench.step(step)
        expect(Math.abs((bench.weights[3] ?? Number.NaN) - expected)).toBeLessThan(3e-5 * (1 + Math.abs(expected)))
      })
    }),
    { numRuns: 300 },
  )
})

test('a weight of 0 without a gradient stays 0, and nothing is written outside the regions', () => {
  fc.assert(
    fc.property(anySpec, fc.array(anyGradient, { minLength: 1, maxLength: 30 }), (spec, gradients) => {
      const bench = workbench(spec, 8)
      bench.weights.set([1, -1, 2, -2, 0.5, 0, 0, 0])
      gradients.forEach((g, step) => {
        bench.gradient.set([g, -g, 0, g, 1, 0, -0, 0])
        bench.step(step)
      })
      for (const region of [bench.weights, ...bench.states]) expect([...region.subarray(5)]).toEqual([0, 0, 0])
      expect(new Set(bench.outside())).toEqual(new Set([7]))
    }),
    { numRuns: 100 },
  )
})

describe.each<OptimizerSpec>([
  { kind: 'sgd', learningRate: 0.1, momentum: 0.9, weightDecay: 0.1 },
  { kind: 'rmsprop', learningRate: 0.01, momentum: 0.9, alpha: 0.9 },
  { kind: 'adam', learningRate: 0.01 },
  { kind: 'adamw', learningRate: 0.1, weightDecay: 1, beta2: 0.9 },
])('$kind', (spec) => {
  test('what fades away ends at 0, and is at no step subnormal', () => {
    const bench = workbench(spec, 4)
    bench.weights.fill(1e-30)
    const subnormal: number[] = []
    for (let step = 0; step < 3000; step++) {
      bench.gradient.fill(step === 0 ? 1e-10 : 0)
      bench.step(step)
      for (const region of [bench.weights, ...bench.states]) {
        subnormal.push(...region.filter((value) => value !== 0 && Math.abs(value) < SMALLEST_NORMAL))
      }
    }
    expect(subnormal).toEqual([])
    expect(bench.states[0]?.[0]).toBe(0)
  })

  test('a gradient that is not a number is not hidden', () => {
    const bench = workbench(spec, 4)
    bench.weights.fill(1)
    bench.gradient.set([Number.NaN, 1, 1, 1])
    bench.step(0)
    expect([...bench.weights].map(Number.isNaN)).toEqual([true, false, false, false])
  })

  test('what a step is told depends on its number alone: a resumed run gets the same bits', () => {
    const told = (plan: ReturnType<typeof planOptimizer>, step: number) => {
      const block = new Float32Array(HYPER_LENGTH)
      plan.fillHyper(block, 0.01, step)
      return [...block]
    }
    const running = planOptimizer(spec)
    for (let step = 0; step < 2000; step++) {
      const block = told(running, step)
      if (step % 97 === 0) expect(told(planOptimizer(spec), step)).toEqual(block)
    }
    expect(told(running, 5)).toEqual(told(planOptimizer(spec), 5))
  })
})

test('adam: the first step has the size of the learning rate, whatever the gradient', () => {
  const bench = workbench({ kind: 'adam', learningRate: 0.01 }, 4)
  bench.weights.fill(0)
  bench.gradient.set([1e-3, -5, 700, -1e-2])
  bench.step(0)
  for (const value of bench.weights) expect(Math.abs(value)).toBeCloseTo(0.01, 6)
})

test('plain gradient descent and RMSProp keep no velocity', () => {
  expect(planOptimizer({ kind: 'sgd', learningRate: 1 }).states).toEqual([])
  expect(planOptimizer({ kind: 'sgd', learningRate: 1, momentum: 0.5 }).states).toEqual(['velocity'])
  expect(planOptimizer({ kind: 'rmsprop', learningRate: 1 }).states).toEqual(['squares'])
})
