import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FUNCTION_NAMES, PLANAR_KINDS, type PlanarDataSpec } from '../../spec/data-spec'
import { buildDataset } from '../build-dataset'

const planar = fc.record({
  kind: fc.constantFrom(...PLANAR_KINDS),
  samples: fc.integer({ min: 10, max: 400 }),
  noise: fc.double({ min: 0, max: 0.5, noNaN: true }),
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  validation: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
})

test('every generator: all samples are there, finite, labelled in balance, and the same for the same seed', () => {
  fc.assert(
    fc.property(planar, (spec) => {
      const { train, validation, classes, inputShape, hash } = buildDataset(spec)
      expect(train.count + validation.count).toBe(spec.samples)
      expect(validation.count).toBe(Math.round(spec.samples * spec.validation))
      expect([inputShape, classes?.length]).toEqual([[2], 2])
      const labels = [...train.labels, ...validation.labels]
      expect(Math.abs(labels.filter((label) => label === 1).length - spec.samples / 2)).toBeLessThanOrEqual(0.5)
      expect([...train.inputs, ...validation.inputs].every(Number.isFinite)).toBe(true)
      expect(buildDataset(spec).hash).toBe(hash)
    }),
    { numRuns: 60 },
  )
})

test('another seed, another data set', () => {
  const spec: PlanarDataSpec = { kind: 'moons', samples: 50, noise: 0.1, seed: 1, validation: 0.2 }
  expect(buildDataset(spec).hash).not.toBe(buildDataset({ ...spec, seed: 2 }).hash)
})

test('training and validation share no example', () => {
  const { train, validation } = buildDataset({ kind: 'circles', samples: 200, noise: 0.1, seed: 3, validation: 0.3 })
  const keys = (inputs: ArrayLike<number>) =>
    Array.from({ length: inputs.length / 2 }, (_, i) => `${inputs[2 * i]} ${inputs[2 * i + 1]}`)
  const seen = new Set(keys(train.inputs))
  expect(keys(validation.inputs).filter((key) => seen.has(key))).toEqual([])
})

describe('without noise the points lie where the definition says', () => {
  const points = (kind: PlanarDataSpec['kind'], classes?: number) => {
    const { train } = buildDataset({
      kind,
      samples: 200,
      noise: 0,
      seed: 5,
      validation: 0.1,
      ...(classes ? { classes } : {}),
    })
    return Array.from({ length: train.count }, (_, i) => ({
      x: train.inputs[2 * i] ?? Number.NaN,
      y: train.inputs[2 * i + 1] ?? Number.NaN,
      label: train.labels[i] ?? Number.NaN,
    }))
  }

  test('circles: radius 0.9 and 0.4', () => {
    for (const { x, y, label } of points('circles')) expect(Math.hypot(x, y)).toBeCloseTo(label === 0 ? 0.9 : 0.4, 5)
  })

  test('xor: class 1 where the signs differ', () => {
    for (const { x, y, label } of points('xor')) expect(x * y < 0 ? 1 : 0).toBe(label)
  })

  test('spiral: within the unit disc, any number of arms', () => {
    const all = points('spiral', 5)
    expect(new Set(all.map(({ label }) => label)).size).toBe(5)
    for (const { x, y } of all) expect(Math.hypot(x, y)).toBeLessThanOrEqual(1.000001)
  })
})

test.each(FUNCTION_NAMES)('function %s: inputs in [−1, 1], targets of size 1 at most, no classes', (name) => {
  const data = buildDataset({ kind: 'function', name, samples: 100, noise: 0, seed: 1, validation: 0.2 })
  expect([data.classes, data.inputShape, data.train.labels instanceof Float32Array]).toEqual([null, [1], true])
  expect(data.train.inputs.every((x) => Math.abs(x) <= 1)).toBe(true)
  expect([...data.train.labels].every((y) => Math.abs(y) <= 1.000001)).toBe(true)
})
