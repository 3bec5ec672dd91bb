import { describe, expect, test } from 'vitest'
import { centralDifference } from '../autograd/central-difference'
import * as ids from '../lanes/activation-ids'
import { ACTIVATION_NAMES, type Activation, type ActivationParameters } from './activation'
import { activations } from './registry'
import { TRAINED } from './trained'

const all = ACTIVATION_NAMES.map((name) => activations[name])
/** Where the slope jumps, and so no finite difference has meaning. */
const KINKS: Partial<Record<string, number[]>> = {
  relu: [0],
  'leaky-relu': [0],
  prelu: [0],
  elu: [0],
  selu: [0],
  'hard-swish': [-3, 3],
  relu6: [0, 6],
}
/** Each activation with its defaults, and those with parameters at both ends and in between. */
const cases: [string, Activation, ActivationParameters][] = all.flatMap((f) => [
  [f.name, f, {}] as [string, Activation, ActivationParameters],
  ...f.parameters.flatMap(({ name, symbol, min, max }) =>
    [min, 0.3, max].map((value): [string, Activation, ActivationParameters] => [
      `${f.name}, ${symbol} = ${value}`,
      f,
      { [name]: value },
    ]),
  ),
])
/** −12 … 12, none of them a kink. */
const points = Array.from({ length: 1000 }, (_, i) => -12 + i * 0.024 + 0.0037)
/** −30 … 30 in thousandths, 0 included. */
const fine = Array.from({ length: 60_001 }, (_, i) => -30 + i / 1000)

const smallest = (values: number[]) => values.reduce((a, b) => Math.min(a, b))
const largest = (values: number[]) => values.reduce((a, b) => Math.max(a, b))

describe('f′ is the slope of f', () => {
  test.each(cases)('%s: to 1e-6, away from its kinks', (_title, f, p) => {
    const smooth = points.filter((x) => (KINKS[f.name] ?? []).every((kink) => Math.abs(x - kink) > 3e-3))
    for (const x of smooth) {
      const difference = centralDifference((at) => f.value(at, p), x)
      const error = Math.abs(f.derivative(x, p) - difference) / Math.max(Math.abs(difference), 1e-3)
      expect(error, `x = ${x}`).toBeLessThan(1e-6)
    }
  })

  test('relu: 0 at 0, as in PyTorch and JAX', () => {
    expect(activations.relu.derivative(0)).toBe(0)
  })
})

describe.each(all.map((f) => [f.name, f] as const))('%s: the range', (_name, f) => {
  const { low, high, lowIncluded, highIncluded } = f.range
  const values = fine.map((x) => f.value(x))

  test('is not left, and either end is approached', () => {
    expect(values.every((y) => y >= low && y <= high)).toBe(true)
    expect(Number.isFinite(low) ? smallest(values) - low < 1e-6 : f.value(-1e6) < -1e3).toBe(true)
    expect(Number.isFinite(high) ? high - largest(values) < 1e-6 : f.value(1e6) > 1e3).toBe(true)
  })

  test('an end is reached where it is said to be included, and only there', () => {
    // Further out than these points double precision rounds a limit to the limit itself.
    const near = [...points, f.facts.argmin ?? 0].map((x) => f.value(x))
    expect(near.some((y) => Math.abs(y - low) < 1e-15)).toBe(lowIncluded)
    expect(near.some((y) => Math.abs(y - high) < 1e-15)).toBe(highIncluded)
  })
})

/** E[g(x)] for x from N(0, 1). */
function meanUnderNormal(g: (x: number) => number): number {
  let sum = 0
  for (let i = -12_000; i <= 12_000; i++) sum += g(i / 1000) * Math.exp((-i * i) / 2e6)
  return sum / (1000 * Math.sqrt(2 * Math.PI))
}

/** What a fact of this name must be, found from the function itself. */
const FACTS: Record<string, (f: Activation) => number> = {
  min: (f) => f.range.low,
  max: (f) => f.range.high,
  infimum: (f) => f.range.low,
  argmin: (f) => bisect((x) => f.derivative(x), -3, -0.1),
  slopeMin: (f) => smallest(fine.map((x) => f.derivative(x))),
  slopeMax: (f) => largest(fine.map((x) => f.derivative(x))),
  slopeArgmax: (f) => {
    const slopes = fine.map((x) => f.derivative(x))
    return fine[slopes.indexOf(largest(slopes))] as number
  },
  slopeMaxToTheTenth: (f) => f.derivative(0) ** 10,
  slopeRightOfZero: (f) => f.derivative(1e-12),
  slopeAtZero: (f) => f.derivative(0),
  atZero: (f) => f.value(0),
  kink: (f) => (f.derivative(-1e-12) === f.derivative(1e-12) ? Number.NaN : 0),
  secondMomentUnderNormal: (f) => meanUnderNormal((x) => f.value(x) ** 2),
  maxErrorAgainstExact: (f) => largest(fine.map((x) => Math.abs(f.value(x) - activations.gelu.value(x)))),
}
/** What is a choice and not a consequence: said in the source that the file names. */
const CHOSEN = ['alpha', 'lambda', 'alphaOfKerasLayer', 'alphaOfKerasFunction']

/** Where g, below 0 at `low` and above at `high`, is 0. */
function bisect(g: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high]
  for (let i = 0; i < 60; i++) {
    const middle = (a + b) / 2
    if (g(middle) < 0) a = middle
    else b = middle
  }
  return a
}

describe('facts', () => {
  const stated = all.flatMap((f) => Object.entries(f.facts).map(([fact, value]) => [f.name, fact, value, f] as const))

  test.each(stated.filter(([, fact]) => !CHOSEN.includes(fact)))('%s: %s is %d', (_name, fact, value, f) => {
    const found = FACTS[fact]?.(f) ?? Number.NaN
    // `fine` has only thousandths, where a slope is flat to 10⁻⁶ and its place is known to 10⁻³.
    const tolerance = fact === 'slopeArgmax' ? 1e-3 : 1e-6 * Math.min(1, Math.abs(value) || 1)
    expect(Math.abs(found - value)).toBeLessThanOrEqual(tolerance)
  })

  // Computed apart from this code, to six digits; the lessons print the same ones.
  test.each([
    ['swish', 'min', -0.278465],
    ['swish', 'argmin', -1.278465],
    ['swish', 'slopeMin', -0.099839],
    ['swish', 'slopeMax', 1.099839],
    ['gelu', 'min', -0.169971],
    ['gelu', 'argmin', -0.751792],
    ['gelu', 'slopeMin', -0.128904],
    ['gelu', 'slopeMax', 1.128904],
    ['mish', 'min', -0.308843],
    ['gelu-tanh', 'maxErrorAgainstExact', 0.000473],
    ['selu', 'infimum', -1.758099],
    ['selu', 'slopeRightOfZero', 1.050701],
  ] as const)('%s: %s is %d to six decimals', (name, fact, value) => {
    expect(activations[name].facts[fact]).toBeCloseTo(value, 6)
  })

  test('sigmoid: ten slopes of ¼ in a row leave 9.54e-7', () => {
    expect(activations.sigmoid.facts.slopeMaxToTheTenth).toBeCloseTo(9.54e-7, 9)
  })

  test('swish: the minimum scales as 1/β', () => {
    const { argmin, min } = activations.swish.facts as { argmin: number; min: number }
    expect(activations.swish.value(argmin / 4, { beta: 4 })).toBeCloseTo(min / 4, 12)
  })

  test('selu: numbers of mean 0 and variance 1 keep both', () => {
    expect(meanUnderNormal(activations.selu.value)).toBeCloseTo(0, 6)
    expect(meanUnderNormal((x) => activations.selu.value(x) ** 2)).toBeCloseTo(1, 6)
  })
})

describe('the registry', () => {
  test.each(ACTIVATION_NAMES)(
    '%s: under its own name, with formulas, a source, and defaults within their range',
    (name) => {
      const f = activations[name]
      expect(f.name).toBe(name)
      expect([f.title, f.symbol, f.formula, f.derivativeFormula].every((text) => text.length > 0)).toBe(true)
      expect(f.sources.length).toBeGreaterThan(0)
      for (const { default: value, min, max } of f.parameters) expect(value >= min && value <= max).toBe(true)
      const defaults = Object.fromEntries(f.parameters.map((parameter) => [parameter.name, parameter.default]))
      expect(f.value(-0.7)).toBe(f.value(-0.7, defaults))
      expect(f.derivative(-0.7)).toBe(f.derivative(-0.7, defaults))
    },
  )

  test('holds no other', () => {
    expect(Object.keys(activations)).toEqual([...ACTIVATION_NAMES])
  })

  test('says of each what training is told', () => {
    const told = all.map(({ name, kernel, parameters }) => {
      return [name, { kernel, ...Object.fromEntries(parameters.map((one) => [one.name, one.default])) }]
    })
    expect(Object.fromEntries(told)).toEqual(TRAINED)
  })

  test('names the lane code that trains it: the id of its own name, and every id once', () => {
    const named = Object.entries(ids).map(([constant, id]) => [constant.toLowerCase().replaceAll('_', '-'), id])
    expect(new Map(all.map((f) => [f.name, f.kernel]))).toEqual(new Map(named as [string, number][]))
    expect(new Set(all.map((f) => f.kernel)).size).toBe(all.length)
  })
})
