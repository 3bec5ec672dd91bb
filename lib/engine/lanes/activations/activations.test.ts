import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Activation, ActivationName, ActivationParameters } from '../../activations/activation'
import { activations } from '../../activations/registry'
import { ELU, GELU, HARD_SWISH, LEAKY_RELU, PRELU, RELU, RELU6, SELU, SWISH } from '../activation-ids'
import { activationParameterSlope, activationSlope, activationValue } from '../activation-table'
import { type PoolRule, poolRule } from '../pool-rule'
import { floatsBetween } from '../testing/lane-inputs'

const { POSITIVE_INFINITY: INFINITY } = Number

/** Each activation with its defaults, and those with parameters once more with others; the numbers are float32. */
const CASES: [string, Activation, Required<ActivationParameters>][] = [
  ...Object.values(activations).map((f): [string, Activation, Required<ActivationParameters>] => {
    const value = (name: string) => Math.fround(f.parameters.find((one) => one.name === name)?.default ?? 0)
    return [f.name, f, { alpha: value('alpha'), beta: value('beta') }]
  }),
  ['leaky-relu α=0.5', activations['leaky-relu'], { alpha: 0.5, beta: 0 }],
  ['prelu α=−2', activations.prelu, { alpha: -2, beta: 0 }],
  ['elu α=3', activations.elu, { alpha: 3, beta: 0 }],
  ['swish β=4', activations.swish, { alpha: 0, beta: 4 }],
  ['swish β=0.125', activations.swish, { alpha: 0, beta: 0.125 }],
  ['swish β=−1', activations.swish, { alpha: 0, beta: -1 }],
]
const KINKS: Partial<Record<ActivationName, number[]>> = {
  relu: [0],
  'leaky-relu': [0],
  prelu: [0],
  elu: [0],
  selu: [0],
  'hard-swish': [-3, 3],
  relu6: [0, 6],
}
const POINTS = [-1, 1].flatMap((sign) => [...floatsBetween(sign * 1e-6, sign * 80, 4001)])

describe.each(CASES)('%s', (_title, f, { alpha, beta }) => {
  const value = (x: number) => activationValue(f.kernel, x, alpha, beta)
  const slope = (x: number) => activationSlope(f.kernel, x, value(x), alpha, beta)

  test('values: relative error below 1e-6, also in the tails; never subnormal', () => {
    for (const x of POINTS) {
      expect(value(x) === 0 || Math.abs(value(x)) >= 1.1754943508222875e-38, `f(${x})`).toBe(true)
      const exact = f.value(x, { alpha, beta })
      // What is below 10⁻³⁵ may be 0. A product βx or a polynomial in x is rounded before the exponential magnifies it.
      const bound = 1e-6 * Math.max(1, f.name === 'gelu-tanh' || f.name === 'swish' ? Math.abs(x) : 0)
      if (Math.abs(value(x) - exact) <= bound * Math.abs(exact) + 1e-35) continue
      expect(value(x), `f(${x})`).toBe(exact)
    }
  })

  test('slopes: relative error below 1e-5 (where they are small, absolute below 5e-7), away from kinks', () => {
    for (const x of POINTS.filter((x) => (KINKS[f.name] ?? []).every((kink) => Math.abs(x - kink) > 1e-6))) {
      const exact = f.derivative(x, { alpha, beta })
      if (Math.abs(slope(x) - exact) <= Math.max(1e-5 * Math.abs(exact), 5e-7 * Math.max(1, alpha))) continue
      expect(slope(x), `f′(${x})`).toBe(exact)
    }
  })

  test('finite up to ±10⁴; at the ends what the limits are; NaN stays NaN', () => {
    for (const x of [-1e4, 1e4]) {
      expect(value(x)).toBeCloseTo(f.value(x, { alpha, beta }), 2)
      expect(slope(x)).toBeCloseTo(f.derivative(x, { alpha, beta }), 6)
    }
    expect(value(Number.NaN)).toBeNaN()
    if (f.name === 'swish' && beta < 0) return
    expect(value(INFINITY)).toBe(f.range.high === INFINITY || alpha !== 0 ? INFINITY : f.range.high)
    const far = f.value(-1e30, { alpha, beta })
    expect(Math.abs(value(-INFINITY))).toBeCloseTo(Math.abs(far) > 1e20 ? INFINITY : Math.abs(far), 6)
    // A limit of 0 may come from below.
    if (far === 0) expect(value(-INFINITY) + 0).toBe(0)
  })
})

test('the slope at a kink', () => {
  const slopeAt = (id: number, x: number) => activationSlope(id, x, activationValue(id, x, 0.25, 1), 0.25, 1)
  expect([slopeAt(RELU, 0), slopeAt(RELU, -0)]).toEqual([0, 0])
  expect([slopeAt(LEAKY_RELU, 0), slopeAt(PRELU, 0)]).toEqual([1, 1])
  expect(slopeAt(ELU, 0)).toBe(0.25)
  expect(slopeAt(SELU, 0)).toBeCloseTo(1.7580993, 6)
  expect([slopeAt(HARD_SWISH, -3), slopeAt(HARD_SWISH, 3)]).toEqual([0, 1])
  expect([slopeAt(RELU6, 0), slopeAt(RELU6, 6)]).toEqual([0, 0])
})

describe('the derivative with respect to a learnt parameter', () => {
  test('prelu: min(0, x)', () => {
    const slopes = [-2, -0.5, 0, 3].map((x) => activationParameterSlope(PRELU, x, 0, 0.25, 0))
    expect(slopes).toEqual([-2, -0.5, 0, 0])
  })

  test.each([1, 4, 0.125, -1, 0])('swish: x²σ(βx)(1 − σ(βx)) at β = %d, also where 1 − σ would cancel', (beta) => {
    for (const x of floatsBetween(0.001, 20, 500)) {
      const s = 1 / (1 + Math.exp(Math.abs(beta * x)))
      for (const at of [x, -x]) {
        const relative = activationParameterSlope(SWISH, at, 0, 0, beta) / (x * x * s * (1 - s)) - 1
        expect(Math.abs(relative), `x = ${at}`).toBeLessThan(1e-5)
      }
    }
  })

  test('0 for what learns nothing', () => {
    expect(activationParameterSlope(GELU, 2, 2, 1, 1)).toBe(0)
  })
})

describe('where a pooling window is largest', () => {
  const number = fc.double({ min: -8, max: 8, noNaN: true }).map(Math.fround)
  const RULED: Record<PoolRule, (zs: number[]) => number[]> = {
    largest: (zs) => [zs.reduce((a, b) => Math.max(a, b))],
    ends: (zs) => [zs.reduce((a, b) => Math.max(a, b)), zs.reduce((a, b) => Math.min(a, b))],
    all: (zs) => zs,
  }
  const rows: typeof CASES = [...CASES, ['elu α=−1', activations.elu, { alpha: -1, beta: 0 }]]
  test.each(rows)('%s', (_title, { kernel }, { alpha, beta }) => {
    const candidates = RULED[poolRule(kernel, alpha, beta)]
    fc.assert(
      fc.property(fc.array(number, { minLength: 4, maxLength: 4 }), (zs) => {
        const best = (of: number[]) =>
          of.map((z) => activationValue(kernel, z, alpha, beta)).reduce((a, b) => Math.max(a, b))
        // Rounding may bend a function that is flat.
        expect(best(candidates(zs))).toBeGreaterThanOrEqual(best(zs) - 1e-6 * Math.abs(best(zs)))
      }),
    )
  })

  test('only what falls is looked at twice', () => {
    const rules = Object.values(activations).map(({ name, kernel }) => [name, poolRule(kernel, 0.25, 1)])
    expect(rules.filter(([, rule]) => rule !== 'largest').map(([name]) => name)).toEqual([
      'swish',
      'gelu',
      'gelu-tanh',
      'mish',
      'hard-swish',
    ])
    expect([poolRule(SWISH, 0, 0), poolRule(SWISH, 0, -1), poolRule(PRELU, Number.NaN, 0)]).toEqual([
      'all',
      'all',
      'all',
    ])
    expect(poolRule(PRELU, -1, 0)).toBe('ends')
  })
})
