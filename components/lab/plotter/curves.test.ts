import { describe, expect, test } from 'vitest'
import { ACTIVATION_NAMES, activations, featuresOf, parseActivation } from '@/lib/engine'
import { LAB_WIDGETS } from '@/lib/lab/registry'
import { curvesOf, rangeOf, rememberingCurves, shownParameters } from './curves'
import { markersOf } from './markers'

const defaults = LAB_WIDGETS.plotter.defaults

test.each(ACTIVATION_NAMES.filter((name) => name !== 'tanh'))(
  '%s: the range that is worked out is the one in its file',
  (name) => {
    // tanh is left out: 1 is what float64 makes of tanh(20), though no x has it.
    const { value, derivative, range } = activations[name]
    const found = rangeOf(featuresOf({ value, derivative }))
    expect(found).toEqual({
      ...range,
      low: Number.isFinite(range.low) ? expect.closeTo(range.low, 6) : range.low,
      high: Number.isFinite(range.high) ? expect.closeTo(range.high, 6) : range.high,
    })
  },
)

describe('the curves of some settings', () => {
  test('are the engine’s functions with their parameters, read at x / T', () => {
    const [swish, elu] = curvesOf(
      { ...defaults, f: ['swish', 'elu'], temperature: 2, 'swish.beta': 3, 'elu.alpha': 0.5 },
      null,
    )
    expect(swish?.value(1.4)).toBe(activations.swish.value(0.7, { beta: 3 }))
    expect(swish?.slope(1.4)).toBe(activations.swish.derivative(0.7, { beta: 3 }) / 2)
    expect(elu?.value(-3)).toBe(activations.elu.value(-1.5, { alpha: 0.5 }))
    expect(elu?.range).toMatchObject({ low: -0.5, lowIncluded: false })
    expect(curvesOf({ ...defaults, f: ['tanh'], temperature: 5 }, null)[0]?.range).toEqual(activations.tanh.range)
  })

  test('are the same list for as long as nothing changes that is drawn', () => {
    const curvesFor = rememberingCurves()
    const before = curvesFor(defaults, null)
    expect(curvesFor({ ...defaults, x: 3, from: -9 }, null)).toBe(before)
    expect(curvesFor({ ...defaults, temperature: 2 }, null)).not.toBe(before)
  })

  test('end with the learner’s own', () => {
    const parsed = parseActivation('x * sigmoid(1.702 * x)')
    if (!parsed.ok) throw new Error(parsed.problem.message)
    const own = curvesOf(defaults, parsed.activation).at(-1)
    expect(own).toMatchObject({ id: 'own', label: 'Own expression' })
    expect(own?.value(1)).toBeCloseTo(1 / (1 + Math.exp(-1.702)), 12)
  })

  test('have a slider for each parameter that is drawn, within the engine’s bounds', () => {
    expect(shownParameters({ ...defaults, f: ['relu', 'leaky-relu', 'swish'] })).toEqual([
      { key: 'leaky-relu.alpha', label: 'α of Leaky ReLU', min: 0, max: 1, value: 0.01 },
      { key: 'swish.beta', label: 'β of Swish', min: 0, max: 20, value: 1 },
    ])
  })
})

test('markers stand at minimum, kinks and where saturation begins, from left to right', () => {
  const markers = (name: (typeof ACTIVATION_NAMES)[number]) =>
    curvesOf({ ...defaults, f: [name] }, null).flatMap((curve) => markersOf(curve).map(({ kind, x }) => [kind, x]))
  expect(markers('relu')).toEqual([
    ['kink', 0],
    ['flat', 0],
  ])
  expect(markers('hard-swish')).toEqual([
    ['kink', -3],
    ['flat', -3],
    ['minimum', -1.5],
    ['kink', 3],
  ])
  expect(markers('gelu').map(([kind]) => kind)).toEqual(['flat', 'minimum'])
  expect(markers('linear')).toEqual([])
})
