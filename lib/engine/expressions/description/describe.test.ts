/**
 * Descriptions against numbers from elsewhere: the registry of built-in activations, closed forms (given beside them),
 * and E[f(Z)²] of swish and GELU as quoted in activations/.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activations } from '../../activations/registry'
import { printExpression } from '../language/print'
import { expressions } from '../testing/random-expressions'
import { parseActivation } from '../written-activation'
import { describeActivation } from './describe'
import { normalMean } from './moments'

function describing(source: string) {
  const parsed = parseActivation(source)
  if (!parsed.ok) throw new Error(parsed.problem.message)
  return { ...describeActivation(parsed.activation), ...parsed.activation }
}

describe('minimum and maximum', () => {
  test.each([
    ['x * sigmoid(x)', -0.278464542761, -1.278464542761],
    ['gelu(x)', activations.gelu.facts.min, activations.gelu.facts.argmin],
    ['mish(x)', activations.mish.facts.min, activations.mish.facts.argmin],
    ['x^2 - 2 * x', -1, 1],
    ['max(0, x) + 0.1 * sin(x)', -0.1, -Math.PI / 2],
    ['abs(x - 0.3)', 0, 0.3],
  ])('%s has its minimum %d at %d', (source, value, at) => {
    const { minimum } = describing(source)
    expect(minimum.value).toBeCloseTo(value as number, 11)
    expect(minimum.at).toBeCloseTo(at as number, 7)
    expect(minimum.attained).toBe('inside')
  })

  test.each([
    ['where(x < e, x, 0)', Math.E],
    ['where(x <= e, x, 0)', Math.E],
    ['where(x > -e, -x, 0)', Math.E],
    ['where(x >= -e, -x, where(x > -pi, 1, 0))', Math.E],
  ])('%s comes as near as one likes to its maximum %d, on one side of a jump', (source, value) => {
    expect(describing(source).maximum.value).toBeCloseTo(value, 10)
  })

  test('an extreme at the window’s edge or on a flat stretch is called so', () => {
    expect(describing('x').minimum).toEqual({ value: -20, at: -20, attained: 'edge' })
    expect(describing('max(0, x)').minimum).toEqual({ value: 0, at: 0, attained: 'flat' })
    expect(describing('exp(-x^2)').maximum).toEqual({ value: 1, at: 0, attained: 'inside' })
  })
})

describe('Lipschitz bound', () => {
  test.each([
    ['x * sigmoid(x)', activations.swish.facts.slopeMax],
    ['gelu(x)', activations.gelu.facts.slopeMax],
    ['max(0, x)', 1],
    ['max(x, 0.1 * x)', 1],
    ['tanh(x)', 1],
    ['sigmoid(x)', 0.25],
    ['where(x > 0, x, exp(x) - 1)', 1],
    ['sin(3 * x)', 3],
    // √(2/e), at x = √½.
    ['exp(-x^2)', Math.sqrt(2 / Math.E)],
    ['x * clamp(x + 3, 0, 6) / 6', 1.5],
    ['x^3', 1200],
  ])('of %s is %d, proven', (source, slope) => {
    const { lipschitz } = describing(source)
    expect(lipschitz.evidence).toBe('bounded')
    expect(lipschitz.value).toBeGreaterThanOrEqual((slope as number) - 1e-12)
    expect(lipschitz.value).toBeLessThan((slope as number) * (1 + 1e-6))
  })

  test.each([
    'where(x > 0, 1, 0)',
    // Up and down again between two of the points that everything is looked at on.
    'where(abs(x - 0.005) < 0.002, 5, 0)',
    'x + sign((x - 3.007)^2 - 1e-6)',
  ])('is infinite where the value jumps: %s', (source) => {
    expect(describing(source).lipschitz).toEqual({ value: Infinity, evidence: 'bounded' })
  })

  test('is sampled where a jump cannot be excluded', () => {
    // The condition is never met, which intervals do not see.
    const { lipschitz, monotone } = describing('where(sin(50 * x)^2 + cos(50 * x)^2 > 2, 5, x)')
    expect(lipschitz).toEqual({ value: 1, evidence: 'sampled' })
    expect(monotone).toEqual({ is: 'increasing', strictly: true, evidence: 'sampled' })
    // A step of a millionth is as well there as rounding that were as large.
    expect(describing('where(x > 0, x + 1e-6, x)').lipschitz.evidence).toBe('sampled')
  })

  test('is sampled where intervals are hopeless, and says so', () => {
    // The two squares add up to 1, which intervals do not see.
    const { lipschitz } = describing('sin(50 * x^2)^2 + cos(50 * x^2)^2 + 0.001 * x')
    expect(lipschitz.evidence).toBe('sampled')
    expect(lipschitz.value).toBeGreaterThan(0.0009)
  })

  test('no difference quotient of any accepted expression is above a proven bound', () => {
    let proven = 0
    fc.assert(
      fc.property(expressions, (expression) => {
        const parsed = parseActivation(printExpression(expression))
        fc.pre(parsed.ok)
        if (!parsed.ok) return
        const { lipschitz } = describeActivation(parsed.activation)
        if (lipschitz.evidence !== 'bounded' || !Number.isFinite(lipschitz.value)) return
        proven++
        for (let x = -19.9; x < 19.9; x += 0.0917) {
          const rise = parsed.activation.value(x + 0.05) - parsed.activation.value(x)
          const noise = 1e-9 * (1 + Math.abs(parsed.activation.value(x)))
          expect(Math.abs(rise)).toBeLessThanOrEqual(lipschitz.value * 0.05 * (1 + 1e-9) + noise)
        }
      }),
      { numRuns: 30 },
    )
    expect(proven).toBeGreaterThan(8)
  })
})

describe('monotone, dead zones, kinks, pooling', () => {
  test.each([
    ['x * sigmoid(x)', 'neither', false, 'bounded', 'both-ends'],
    ['gelu(x)', 'neither', false, 'bounded', 'both-ends'],
    ['-gelu(x)', 'neither', false, 'bounded', 'all'],
    ['tanh(x)', 'increasing', true, 'bounded', 'largest'],
    // Rounding leaves slopes of either sign, some 1e-15: they say nothing.
    ['(1 + 0.1 * x)^2 - 0.01 * x^2 - 0.2 * x', 'constant', false, 'sampled', 'largest'],
    // Beyond 700 it is not a number.
    ['(exp(x) - exp(-x)) / (exp(x) + exp(-x))', 'increasing', true, 'sampled', 'all'],
    // A comparison with NaN is false, which intervals do not say: what is seen still counts.
    ['where(log(-1 - x^2) > 0, 1, -x)', 'decreasing', true, 'sampled', 'smallest'],
    ['where(log(-1 - x^2) > 0, -x, sin(x))', 'neither', false, 'sampled', 'all'],
    ['x^3', 'increasing', true, 'bounded', 'largest'],
    ['exp(x) + 0.01 * sin(x)', 'neither', false, 'bounded', 'all'],
    ['x + sin(x)', 'increasing', true, 'bounded', 'largest'],
    ['max(0, x)', 'increasing', false, 'bounded', 'largest'],
    ['where(x > 0, 1, 0)', 'increasing', false, 'bounded', 'largest'],
    ['where(abs(x - 0.005) < 0.002, 5, 0)', 'neither', false, 'bounded', 'all'],
    // Both branches are 0 where the condition changes, which intervals cannot see: 0 is touched, not crossed.
    ['where(x^2 > 0, x, 0)', 'increasing', true, 'sampled', 'largest'],
    ['exp(-x)', 'decreasing', true, 'bounded', 'smallest'],
    ['max(0, x) + 0.1 * sin(x)', 'neither', false, 'bounded', 'all'],
    ['x^2', 'neither', false, 'bounded', 'both-ends'],
    ['abs(x)', 'neither', false, 'bounded', 'both-ends'],
    ['sin(x)', 'neither', false, 'bounded', 'all'],
    // Rises on the window, falls outside it.
    ['x * (1 - (x / 40)^2)', 'increasing', true, 'bounded', 'all'],
    ['3', 'constant', false, 'bounded', 'largest'],
  ] as const)('%s is %s', (source, is, strictly, evidence, pool) => {
    const { monotone, poolEnds } = describing(source)
    expect(monotone).toEqual({ is, strictly, evidence })
    expect(poolEnds).toBe(pool)
  })

  test.each([
    ['max(0, x)', [[-20, 0]]],
    ['relu(x - 1)', [[-20, 1]]],
    [
      'clamp(x, -1, 2)',
      [
        [-20, -1],
        [2, 20],
      ],
    ],
    ['x * clamp(x + 3, 0, 6) / 6', [[-20, -3]]],
    [
      'where(x > 0, 1, 0)',
      [
        [-20, 0],
        [0, 20],
      ],
    ],
    ['tanh(max(0, x))', [[-20, 0]]],
    ['max(0, x - 1) - max(0, -x)', [[0, 1]]],
    // A peak between two of the points that everything is looked at on.
    [
      'max(0, 1 - 1024 * abs(x - 0.0087890625))',
      [
        [-20, 0.0078125],
        [0.009765625, 20],
      ],
    ],
    ['tanh(x)', []],
    ['x * sigmoid(x)', []],
    ['5', [[-20, 20]]],
  ])('the dead zones of %s are %j', (source, zones) => {
    const found = describing(source).deadZones.map(({ from, to }) => [from, to])
    expect(found).toEqual(zones)
  })

  test('kinks carry the slopes on both sides, jumps their height', () => {
    const { kinks } = describing('x * clamp(x + 3, 0, 6) / 6')
    expect(kinks.map(({ x }) => x)).toEqual([-3, 3])
    expect(kinks[0]?.right).toBeCloseTo(-0.5, 9)
    expect(kinks[1]?.left).toBeCloseTo(1.5, 9)
    expect(describing('where(x > 0.5, x, 0)').kinks[0]).toMatchObject({ x: 0.5, left: 0 })
    expect(describing('where(x > 0.5, x, 0)').kinks[0]?.jump).toBeCloseTo(0.5, 5)
    // Both branches meet with the same slope.
    expect(describing('where(x > 0, x, exp(x) - 1)').kinks).toEqual([])
    expect(describing('max(0.1, x) + abs(x - pi)').kinks.map(({ x }) => x)).toEqual([0.1, Math.PI])
  })
})

describe('tails', () => {
  test.each([
    ['x * sigmoid(x)', { kind: 'constant', value: 0 }, { kind: 'line', slope: 1, intercept: 0 }],
    ['tanh(x)', { kind: 'constant', value: -1 }, { kind: 'constant', value: 1 }],
    ['x / (1 + abs(x))', { kind: 'constant', value: -1 }, { kind: 'constant', value: 1 }],
    ['max(x, 0.1 * x)', { kind: 'line', slope: 0.1, intercept: 0 }, { kind: 'line', slope: 1, intercept: 0 }],
    ['tanh(x) + 0.5 * x', { kind: 'line', slope: 0.5, intercept: -1 }, { kind: 'line', slope: 0.5, intercept: 1 }],
    ['x^2', { kind: 'unbounded', sign: 1 }, { kind: 'unbounded', sign: 1 }],
    ['x^3', { kind: 'unbounded', sign: -1 }, { kind: 'unbounded', sign: 1 }],
    ['log(1 + x^2)', { kind: 'unbounded', sign: 1 }, { kind: 'unbounded', sign: 1 }],
    ['sqrt(x^2 + 1) - abs(x)', { kind: 'constant', value: 0 }, { kind: 'constant', value: 0 }],
    ['-exp(x)', { kind: 'constant', value: 0 }, { kind: 'unbounded', sign: -1 }],
    ['sin(x)', { kind: 'oscillates' }, { kind: 'oscillates' }],
    ['max(0, x) + 0.1 * sin(x)', { kind: 'oscillates' }, { kind: 'oscillates' }],
  ])('%s', (source, left, right) => {
    expect(describing(source).tails).toEqual({ left, right })
  })
})

describe('where float32 ends', () => {
  test.each([
    ['x * sigmoid(x)', null, null],
    ['1 / (1 + exp(-x))', null, null],
    ['exp(x)', null, 88.7228],
    ['(exp(x) - exp(-x)) / (exp(x) + exp(-x))', -88.7228, 88.7228],
    ['x^20', -84.4485, 84.4485],
    ['where(x > -100, x, log(x))', -100, null],
  ])('%s is finite from %d to %d', (source, left, right) => {
    const { finite } = describing(source)
    for (const [found, expected] of [
      [finite.left, left],
      [finite.right, right],
    ]) {
      if (expected === null || found === null) expect(found).toBe(expected)
      else expect(found).toBeCloseTo(expected as number, 1)
    }
  })
})

describe('under a standard normal input', () => {
  test.each([
    // Closed forms: E[max(0, Z)] = 1/√(2π); E[Φ(Z)] = ½; E[ZΦ(Z)] = 1/(2√π); E[e^{−Z²}] = 1/√3; E[sin² Z] = (1 − e⁻²)/2.
    ['max(0, x)', 1 / Math.sqrt(2 * Math.PI), 0.5],
    ['gelu(x)', 1 / (2 * Math.sqrt(Math.PI)), activations.gelu.facts.secondMomentUnderNormal],
    ['x * sigmoid(x)', 0.2066209641, activations.swish.facts.secondMomentUnderNormal],
    ['exp(-x^2)', 1 / Math.sqrt(3), 1 / Math.sqrt(5)],
    ['sin(x)', 0, (1 - Math.exp(-2)) / 2],
    ['x^3', 0, 15],
    ['exp(x)', Math.exp(0.5), Math.exp(2)],
    ['where(sin(30 * x) > 0, x, 0)', 0, 0.5],
    ['x * sin(100 * x)', 0, 0.5],
  ])('%s has mean %d and second moment %d', (source, mean, secondMoment) => {
    const found = describing(source)
    expect(found.mean?.value).toBeCloseTo(mean as number, 9)
    expect(found.secondMoment?.value).toBeCloseTo(secondMoment as number, 9)
    expect(found.mean?.accuracy).toBeLessThan(1e-10)
    expect(found.gain).toBeCloseTo(1 / Math.sqrt(secondMoment as number), 8)
  })

  test('a peak between two points that everything is looked at on counts: its area, times the density there', () => {
    const density = Math.exp(-(0.01 ** 2) / 2) / Math.sqrt(2 * Math.PI)
    expect(describing('max(0, 1 - 8192 * abs(x - 0.01))').mean?.value).toBeCloseTo(density / 8192, 11)
  })

  test('ReLU’s gain is He’s √2', () => {
    expect(describing('max(0, x)').gain).toBeCloseTo(Math.SQRT2, 12)
  })

  test('a mean that does not exist is null, and so is the gain', () => {
    expect(normalMean((x) => Math.exp(0.2 * x * x), [])?.value).toBeCloseTo(1 / Math.sqrt(0.6), 12)
    expect(normalMean((x) => Math.exp(0.6 * x * x), [])).toBe(null)
    expect(describing('0 * x')).toMatchObject({ secondMoment: { value: 0 }, gain: null })
  })
})

test('f(0), f′(0) and the formulas', () => {
  const { atZero, slopeAtZero, formula, derivativeFormula } = describing('x * sigmoid(1.702 * x) + 1')
  expect(atZero).toBe(1)
  expect(slopeAtZero).toBe(0.5)
  expect(formula).toBe(String.raw`x\,\sigma\left(1.702\,x\right) + 1`)
  expect(derivativeFormula).toBe(
    String.raw`\sigma\left(1.702\,x\right) + 1.702\,x\,\sigma\left(1.702\,x\right)\,\left(1 - \sigma\left(1.702\,x\right)\right)`,
  )
})
