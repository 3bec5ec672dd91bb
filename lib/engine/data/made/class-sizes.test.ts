import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlanarDataSpec } from '../../spec/data-spec'
import { buildDataset } from '../build-dataset'
import { classSizes, idealClassSizes } from './class-sizes'

test('sizes are whole, sum to all, fall from class to class, and are within one of the ideal', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 5000 }),
      fc.integer({ min: 2, max: 10 }),
      fc.double({ min: 1, max: 100, noNaN: true }),
      (samples, classes, ratio) => {
        const ideal = idealClassSizes(samples, classes, ratio)
        const sizes = classSizes(ideal, samples)
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(samples)
        sizes.forEach((size, k) => {
          expect(Number.isInteger(size) && size >= 0).toBe(true)
          expect(Math.abs(size - (ideal[k] ?? Number.NaN))).toBeLessThan(1)
          if (k > 0) expect(size).toBeLessThanOrEqual(sizes[k - 1] ?? 0)
        })
        expect((ideal[0] ?? 0) / (ideal[classes - 1] ?? 0)).toBeCloseTo(ratio, 8)
      },
    ),
  )
})

test('imbalanced blobs: nine of one class for one of the other, each class where it always is', () => {
  const spec: PlanarDataSpec = { kind: 'gaussians', samples: 1000, noise: 0, seed: 2, validation: 0.1, ratio: 9 }
  const { train, validation } = buildDataset(spec)
  const labels = [...train.labels, ...validation.labels]
  expect(labels.filter((label) => label === 1).length).toBe(100)
  for (const label of [0, 1]) {
    const own = [...train.labels].flatMap((found, i) => (found === label ? [train.inputs[2 * i] ?? 0] : []))
    const mean = own.reduce((sum, x) => sum + x, 0) / own.length
    expect(mean).toBeCloseTo(label === 0 ? 0.6 : -0.6, 1)
  }
})

test('a long tail of five classes', () => {
  const spec: PlanarDataSpec = {
    kind: 'spiral',
    samples: 310,
    noise: 0,
    seed: 2,
    validation: 0.1,
    classes: 5,
    ratio: 16,
  }
  const { train, validation } = buildDataset(spec)
  const counts = [0, 1, 2, 3, 4].map(
    (k) => [...train.labels, ...validation.labels].filter((label) => label === k).length,
  )
  expect(counts).toEqual([160, 80, 40, 20, 10])
})
