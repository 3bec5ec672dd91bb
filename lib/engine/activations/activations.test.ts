import { describe, expect, test } from 'vitest'
import { ACTIVATION_NAMES, type Activation, type ActivationParameters } from './activation'
import { activations } from './registry'

const all = ACTIVATION_NAMES.map((name) => activations[name])
/** Where the slope jumps, and so no finite difference has meaning. */
const KINKS: Record<string, number[]> = {
  relu: [0],
  'leaky-relu': [0],
  elu: [0],
  selu: [0],
  'hard-swish': [-3, 3],
  relu6: [0, 6],
}
/** Each activation with its defaults, and those with parameters once more with others. */
const cases: [string, Activation, ActivationParameters][] = [
  ...all.map((f): [string, Activation, ActivationParameters] => [f.name, f, {}]),
  ['leaky-relu α=0.3', activations['leaky-relu'], { alpha: 0.3 }],
  ['elu α=2', activations.elu, { alpha: 2 }],
  ['swish β=3', activations.swish, { beta: 3 }],
  ['swish β=0', activations.swish, { beta: 0 }],
]
const points = Array.from({ length: 481 }, (_, i) => -12 + i / 20 + 0.0037)

describe.each(cases)('%s', (_title, f, p) => {
  const smooth = points.filter((x) => (KINKS[f.name] ?? []).every((kink) => Math.abs(x - kink) > 1e-3))

  test('derivative matches finite differences away from its kinks', () => {
    for (const x of smooth) {
      const h = 1e-5
      const slope = (f.value(x + h, p) - f.value(x - h, p)) / (2 * h)
      expect(Math.abs(slope - f.derivative(x, p))).toBeLessThan(1e-6 * Math.max(1, Math.abs(slope)))
    }
  })

  test('what trains agrees with the double-precision pair', () => {
    const x = Float32Array.from(points)
    const y = new Float32Array(x.length)
    const dx = new Float32Array(x.length)
    const dy = new Float32Array(x.length).fill(1.5)
    f.forward(x, y, x.length, p)
    f.backward(x, y, dy, dx, x.length, p)
    x.forEach((xi, i) => {
      const value = f.value(xi, p)
      const slope = 1.5 * f.derivative(xi, p)
      expect(Math.abs((y[i] ?? Number.NaN) - value)).toBeLessThanOrEqual(1.3e-7 * Math.abs(value) + 1e-12)
      // Sigmoid's and tanh's slope come from the rounded output, so they keep the absolute, not the relative accuracy.
      expect(Math.abs((dx[i] ?? Number.NaN) - slope)).toBeLessThanOrEqual(3e-7 * Math.max(1, Math.abs(slope)))
    })
  })

  test('stays within its stated range', () => {
    if (Object.keys(p).length > 0) return
    for (const x of [...points, -700, -50, 50, 700]) {
      const y = f.value(x)
      expect(y).toBeGreaterThanOrEqual(f.range.low)
      expect(y).toBeLessThanOrEqual(f.range.high)
    }
  })

  test('lets NaN through, so that a diverging run is seen', () => {
    const y = new Float32Array(1)
    f.forward(Float32Array.of(Number.NaN), y, 1, p)
    expect(y[0]).toBeNaN()
  })
})

describe('facts (FACTS.md), to six digits', () => {
  /** Where `f` is smallest, by golden-section search on a bracket. */
  function minimise(f: (x: number) => number, low: number, high: number): number {
    let [a, b] = [low, high]
    for (let i = 0; i < 200; i++) {
      const third = (b - a) / 3
      if (f(a + third) < f(b - third)) b -= third
      else a += third
    }
    return (a + b) / 2
  }

  test.each([
    ['swish', -1.278465, -0.278465],
    ['gelu', -0.751792, -0.169971],
    ['mish', -1.192431, -0.308843],
    ['gelu-tanh', -0.752461, -0.170041],
    ['hard-swish', -1.5, -0.375],
  ] as const)('%s: the minimum is at %d and is %d', (name, argmin, min) => {
    const f = activations[name]
    const found = minimise((x) => f.value(x), -3, 0)
    expect(found).toBeCloseTo(argmin, 5)
    expect(f.value(found)).toBeCloseTo(min, 6)
    expect(f.facts.argmin).toBeCloseTo(argmin, 6)
    expect(f.facts.min).toBeCloseTo(min, 6)
    expect(f.range.low).toBeCloseTo(min, 6)
    expect(f.range.lowIncluded).toBe(true)
  })

  test.each([
    ['swish', -0.0998393, 1.0998393],
    ['gelu', -0.128904, 1.128904],
  ] as const)('%s: the slope lies within [%d, %d]', (name, low, high) => {
    const f = activations[name]
    const slopes = Array.from({ length: 200_001 }, (_, i) => f.derivative(-10 + i / 10_000))
    expect(slopes.reduce((a, b) => Math.min(a, b))).toBeCloseTo(low, 6)
    expect(slopes.reduce((a, b) => Math.max(a, b))).toBeCloseTo(high, 6)
    expect(f.facts.slopeMin).toBeCloseTo(low, 6)
    expect(f.facts.slopeMax).toBeCloseTo(high, 6)
  })

  test('swish: the minimum scales as 1/β', () => {
    expect(activations.swish.value(-1.2784645427610738 / 4, { beta: 4 })).toBeCloseTo(-0.278464542761074 / 4, 10)
  })

  test('sigmoid: steepest at 0 with ¼; ten of them in a row leave 9.54e-7', () => {
    expect(activations.sigmoid.derivative(0)).toBe(0.25)
    expect(activations.sigmoid.facts.slopeMaxToTheTenth).toBeCloseTo(9.54e-7, 9)
  })

  test('selu: from −1.758099 up; the slope jumps from 1.758099 to 1.050701 at 0', () => {
    const { selu } = activations
    expect(selu.range.low).toBeCloseTo(-1.758099, 6)
    expect(selu.derivative(-1e-12)).toBeCloseTo(1.758099, 6)
    expect(selu.derivative(1e-12)).toBeCloseTo(1.050701, 6)
  })

  test('gelu, tanh form: differs from x·Φ(x) by at most 4.73e-4', () => {
    const errors = points.map((x) => Math.abs(activations['gelu-tanh'].value(x) - activations.gelu.value(x)))
    const fine = Array.from({ length: 4001 }, (_, i) => -4 + i / 1000)
    const largest = Math.max(
      ...errors,
      ...fine.map((x) => Math.abs(activations['gelu-tanh'].value(x) - activations.gelu.value(x))),
    )
    expect(largest).toBeCloseTo(4.73e-4, 6)
    expect(activations['gelu-tanh'].facts.maxErrorAgainstExact).toBeCloseTo(largest, 8)
  })

  test.each([
    ['relu', 0.5],
    ['tanh', 0.3943],
    ['gelu', 0.4252],
    ['swish', 0.3558],
    ['elu', 0.6449],
    ['sigmoid', 0.2934],
  ] as const)('%s: E[f²] under N(0, 1) is %d', (name, expected) => {
    const f = activations[name]
    let sum = 0
    for (let i = -80_000; i <= 80_000; i++) {
      const x = i / 8000
      sum += (f.value(x) ** 2 * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI) / 8000
    }
    expect(sum).toBeCloseTo(expected, 4)
    expect(f.facts.secondMomentUnderNormal).toBeCloseTo(sum, 6)
  })

  test('relu: the slope at 0 is 0, as in PyTorch and JAX', () => {
    expect(activations.relu.derivative(0)).toBe(0)
    const dx = Float32Array.of(9)
    activations.relu.backward(Float32Array.of(0), Float32Array.of(0), Float32Array.of(1), dx, 1, {})
    expect(dx[0]).toBe(0)
  })
})

test('every activation is listed under its own name, with a formula, a source and defaults within their range', () => {
  for (const f of all) {
    expect(activations[f.name]).toBe(f)
    expect([f.title, f.symbol, f.formula, f.derivativeFormula].every((text) => text.length > 0)).toBe(true)
    expect(f.sources.length).toBeGreaterThan(0)
    for (const { default: value, min, max } of f.parameters) expect(value >= min && value <= max).toBe(true)
  }
})
