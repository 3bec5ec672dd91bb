/** checkSpec is the gate: whatever stands before it, it answers; whatever it lets through has a cost that can be told. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ACTIVATION_NAMES } from '../activations/activation'
import { INIT_NAMES } from '../init/init'
import { checkSpec, DEFAULT_LIMITS } from './check-spec'
import { costOf } from './cost'
import { describeShapes } from './example-shape'
import { LAYER_KINDS } from './layer-spec'
import { LOSS_KINDS } from './loss-spec'
import type { ExperimentSpec } from './spec'
import { IMAGES, PLANAR } from './testing/specs'
import { OPTIMIZER_KINDS, SCHEDULE_KINDS } from './training-spec'

function requireAnswer(value: unknown): boolean {
  const problems = checkSpec(value as ExperimentSpec)
  for (const { message } of problems) expect(message).toMatch(/^.+[.?]$/s)
  if (problems.length > 0) return false
  const spec = value as ExperimentSpec
  const { parameters, multiplyAddsPerExample, bytes, steps } = costOf(spec)
  for (const number of [parameters, multiplyAddsPerExample, bytes, steps]) {
    expect(Number.isSafeInteger(number) && number >= 0).toBe(true)
  }
  expect(bytes).toBeLessThanOrEqual(DEFAULT_LIMITS.bytes)
  for (const { outputShape } of describeShapes(spec)) {
    expect(outputShape.every((side) => Number.isInteger(side) && side >= 1)).toBe(true)
  }
  return true
}

const OWN_DATA: ExperimentSpec['data'][] = [
  {
    kind: 'points',
    points: [
      [0, 0, 0],
      [1, 1, 1],
      [0.5, 1, 1],
      [1, 0, 0],
    ],
    classes: 2,
    seed: 1,
    validation: 0.5,
  },
  {
    kind: 'table',
    columns: ['a', 'b', 'c'],
    rows: [
      [1, 2, 'x'],
      ['3', 4, 'y'],
      [5, 6, 'y'],
      [7, 8, 'x'],
    ],
    label: 'c',
    task: 'classes',
    features: ['a', 'b'],
    classes: ['x', 'y'],
    standardise: 'none',
    seed: 1,
    validation: 0.5,
  },
  { kind: 'table', text: 'a,b\n1,2\n3,4\n5,6\n7,8\n', label: 'b', task: 'regression', seed: 1, validation: 0.5 },
]

/** Specs that name every key there is, so that each may be spoilt. */
const RICH: ExperimentSpec[] = [
  PLANAR,
  IMAGES,
  ...OWN_DATA.map((data): ExperimentSpec => {
    const isRegression = data.kind === 'table' && data.task === 'regression'
    return {
      ...PLANAR,
      data,
      model: [
        { layer: 'linear', units: 8, init: { name: 'orthogonal', gain: 2 }, initialBias: 0.1 },
        { layer: 'batch-norm', momentum: 0.1, epsilon: 1e-5 },
        { layer: 'activation', name: 'swish', beta: 2, learnt: true },
        { layer: 'dropout', rate: 0.1 },
        { layer: 'residual', from: 0 },
        { layer: 'layer-norm', epsilon: 1e-5 },
        { layer: 'activation', name: 'expression', expression: 'x * sigmoid(x)' },
        { layer: 'linear', units: isRegression ? 1 : 2, init: { name: 'constant', value: 0.5 } },
        { layer: 'softmax', temperature: 2 },
      ],
      loss: isRegression
        ? { kind: 'huber', delta: 1 }
        : { kind: 'softmax-cross-entropy', classWeights: [1, 2], labelSmoothing: 0.1, focalGamma: 2 },
      optimizer: {
        kind: 'adamw',
        learningRate: 0.01,
        beta1: 0.9,
        beta2: 0.99,
        epsilon: 1e-8,
        weightDecay: 0.1,
        clipNorm: 1,
      },
      schedule: { kind: 'cosine', final: 0.001, warmupSteps: 5 },
      batch: 2,
      probes: ['gradient-norm'],
      interventions: [],
    }
  }),
]

test('the specs that are spoilt below are right as they stand', () => {
  for (const spec of RICH) expect(checkSpec(spec), JSON.stringify(spec.data)).toEqual([])
})

const anything = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withObjectString: true }),
  fc.constantFrom(-1, 0, 0.5, 1e9, 1e300, Number.NaN, Infinity, 2 ** 32, null, '', 'constructor', '__proto__', [], {}),
)

test('any value at all gets an answer', () => {
  fc.assert(
    fc.property(anything, (value) => void requireAnswer(value)),
    { numRuns: 2000 },
  )
})

/** Every place in a JSON value, as a path. */
function placesIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))]
}

function spoil(value: unknown, path: string[], by: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return by
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) }
  const fields = copy as Record<string, unknown>
  fields[key] = spoil(fields[key], rest, by)
  return copy
}

test('a right spec with anything in the place of one or two of its values gets an answer', () => {
  const spoilt = fc.constantFrom(...RICH).chain((spec) => {
    const place = fc.constantFrom(...placesIn(spec).filter((path) => path.length > 0))
    return fc.array(fc.tuple(place, anything), { minLength: 1, maxLength: 2 }).map((changes) =>
      changes.reduce<unknown>((value, [path, by]) => {
        try {
          return spoil(value, path, by)
        } catch {
          return value
        }
      }, spec),
    )
  })
  fc.assert(
    fc.property(spoilt, (value) => void requireAnswer(value)),
    { numRuns: 1500 },
  )
})

const size = fc.integer({ min: -1, max: 20 })
const layer = fc.record(
  {
    layer: fc.constantFrom(...LAYER_KINDS),
    name: fc.constantFrom(...ACTIVATION_NAMES, 'expression'),
    expression: fc.constantFrom('x', 'x * x', 'max(0, x', 'y'),
    units: fc.constantFrom(1, 2, 10, 2000, 65_536),
    channels: fc.constantFrom(1, 3, 16, 1024),
    kernel: size,
    stride: size,
    padding: fc.constantFrom('same', 'valid', 0, 1, 5),
    size,
    rate: fc.double({ min: 0, max: 1 }),
    from: size,
    init: fc.constantFrom(...INIT_NAMES),
  },
  { requiredKeys: ['layer', 'name', 'expression', 'units', 'channels', 'kernel', 'size', 'rate', 'from'] },
)

test('specs of every shape: what passes has whole, bounded costs and shapes', () => {
  let passed = 0
  const spec = fc.record({
    version: fc.constant(1),
    data: fc.constantFrom(...RICH.map(({ data }) => data)),
    model: fc
      .array(layer, { minLength: 1, maxLength: 6 })
      .chain((layers) =>
        fc.constantFrom(
          layers,
          [...layers, { layer: 'flatten' }, { layer: 'linear', units: 2 }],
          [
            { layer: 'conv2d', channels: 4, kernel: 3 },
            ...layers,
            { layer: 'flatten' },
            { layer: 'linear', units: 10 },
          ],
        ),
      ),
    loss: fc.record({ kind: fc.constantFrom(...LOSS_KINDS) }),
    optimizer: fc.record({ kind: fc.constantFrom(...OPTIMIZER_KINDS), learningRate: fc.constantFrom(0.1, 1) }),
    schedule: fc.record({
      kind: fc.constantFrom(...SCHEDULE_KINDS),
      everySteps: fc.constant(5),
      factor: fc.constant(0.5),
    }),
    batch: fc.constantFrom(1, 2, 32, 4096),
    epochs: fc.constantFrom(1, 1000),
    seeds: fc.constant([0]),
  })
  fc.assert(
    fc.property(spec, (value) => {
      if (requireAnswer(value)) passed++
    }),
    { numRuns: 3000 },
  )
  // The generator is of use only while it also finds its way through the gate.
  expect(passed).toBeGreaterThan(25)
})
