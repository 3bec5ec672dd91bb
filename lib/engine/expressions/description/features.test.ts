import { describe, expect, test } from 'vitest'
import { ACTIVATION_NAMES, type ActivationParameters } from '../../activations/activation'
import { activations } from '../../activations/registry'
import { featuresOf } from './features'

/** The activation with its parameters, at a temperature: f(x / T). */
function features(name: keyof typeof activations, p?: ActivationParameters, temperature = 1) {
  const { value, derivative } = activations[name]
  return featuresOf({
    value: (x) => value(x / temperature, p),
    derivative: (x) => derivative(x / temperature, p) / temperature,
  })
}

describe.each(ACTIVATION_NAMES)('%s', (name) => {
  const { facts, range } = activations[name]
  const { minimum, maximum, breaks, tails } = features(name)

  test('what is found by looking is what its file says', () => {
    if (facts.min !== undefined) expect(minimum.value).toBeCloseTo(facts.min, 12)
    if (facts.argmin !== undefined)
      expect(minimum).toMatchObject({ at: expect.closeTo(facts.argmin, 6), attained: 'inside' })
    if (facts.max !== undefined) expect(maximum.value).toBe(facts.max)
    if (facts.kink !== undefined) expect(breaks.map(({ x }) => x)).toEqual([facts.kink])
    if (facts.slopeRightOfZero !== undefined && facts.slopeMax !== undefined)
      expect(breaks).toEqual([{ x: 0, value: 0, slope: expect.closeTo(facts.slopeRightOfZero - facts.slopeMax, 6) }])
  })

  test('its range is met from inside, and approached where an end is open', () => {
    if (range.lowIncluded) expect(minimum.value).toBeCloseTo(range.low, 12)
    else if (Number.isFinite(range.low))
      expect(tails.left).toMatchObject({ kind: 'constant', value: expect.closeTo(range.low, 6) })
    if (range.highIncluded) expect(maximum.value).toBeCloseTo(range.high, 12)
    else if (Number.isFinite(range.high)) expect(tails.right).toMatchObject({ value: expect.closeTo(range.high, 6) })
  })
})

test('kinks are where they should be, and smooth functions have none however steep', () => {
  expect(features('relu').breaks).toEqual([{ x: 0, value: 0, slope: 1 }])
  expect(features('relu6').breaks.map(({ x }) => x)).toEqual([0, 6])
  expect(features('hard-swish').breaks.map(({ x, slope }) => [x, slope])).toEqual([
    [-3, expect.closeTo(-0.5, 6)],
    [3, expect.closeTo(-0.5, 6)],
  ])
  expect(features('hard-swish', undefined, 0.7).breaks.map(({ x }) => x)).toEqual([-2.1, 2.1])
  expect(features('elu').breaks).toEqual([])
  expect(features('elu', { alpha: 2 }).breaks).toEqual([{ x: 0, value: 0, slope: expect.closeTo(-1, 6) }])
  expect(features('swish', { beta: 20 }, 0.1).breaks).toEqual([])
  for (const name of ['sigmoid', 'tanh', 'softplus', 'gelu', 'gelu-tanh', 'mish', 'swish', 'linear'] as const)
    for (const temperature of [0.1, 1, 10]) expect(features(name, undefined, temperature).breaks).toEqual([])
})

test('a value that jumps is told from a slope that does', () => {
  const step = featuresOf({ value: (x) => (x > 0.3 ? 1 : 0), derivative: () => 0 })
  expect(step.breaks).toEqual([{ x: 0.3, value: 1, slope: 0 }])
})

test('the minimum moves as 1/β, and with the temperature', () => {
  const { argmin = 0, min = 0 } = activations.swish.facts
  expect(features('swish', { beta: 2 }).minimum).toMatchObject({
    value: expect.closeTo(min / 2, 10),
    at: expect.closeTo(argmin / 2, 6),
  })
  expect(features('swish', undefined, 3).minimum).toMatchObject({
    value: expect.closeTo(min, 10),
    at: expect.closeTo(3 * argmin, 6),
  })
})

test('flat begins where the gauges of saturation begin to count', () => {
  // σ(1 − σ) = 0.01
  const end = Math.log((1 + Math.sqrt(0.96)) / (1 - Math.sqrt(0.96)))
  expect(features('sigmoid').flat).toEqual({ left: expect.closeTo(-end, 9), right: expect.closeTo(end, 9) })
  expect(features('tanh').flat.right).toBeCloseTo(2.993, 3)
  expect(features('relu').flat).toEqual({ left: 0, right: null })
  expect(features('linear').flat).toEqual({ left: null, right: null })
  expect(features('relu6').flat).toEqual({ left: 0, right: 6 })
})
