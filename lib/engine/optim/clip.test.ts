import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goldenClippings } from '../golden/golden'
import { viewMemory } from '../twins/memory'
import { clampValues, scaleValues } from '../twins/optimizers'
import { clipFactor, sumOfSquares } from './clip'

/** Gradients one after the other from word 4 on, each padded with zeros to a multiple of four. */
function layOut(gradients: number[][]) {
  const padded = gradients.map((values) => [...values, ...Array.from({ length: -values.length & 3 }, () => 0)])
  const starts = padded.map((_, i) => 4 + padded.slice(0, i).flat().length)
  const memory = viewMemory(new ArrayBuffer(4 * (4 + padded.flat().length)))
  memory.f32.set(padded.flat(), 4)
  return { memory, starts }
}

describe.each(goldenClippings)('PyTorch’s clip_grad_norm_: $name', ({ gradients, maxNorm, norm, clipped }) => {
  const { memory, starts } = layOut(gradients)
  const squares = sumOfSquares(memory.f32, 4, memory.f32.length - 4)

  test('the norm over all parameters', () => {
    expect(Math.sqrt(squares)).toBeCloseTo(norm, 12)
  })

  test('the factor, in double precision', () => {
    gradients.flat().forEach((gradient, i) => {
      expect(clipFactor(norm, maxNorm) * gradient).toBeCloseTo(clipped.flat()[i] ?? Number.NaN, 12)
    })
  })

  test('the gradients afterwards', () => {
    memory.f32[0] = clipFactor(Math.sqrt(squares), maxNorm)
    scaleValues(memory, 16, 0, memory.f32.length - 4)
    clipped.forEach((values, g) => {
      values.forEach((value, i) => {
        expect(memory.f32[(starts[g] ?? 0) + i]).toBeCloseTo(value, 6)
      })
    })
  })
})

test('the sum of squares is that of double precision', () => {
  fc.assert(
    fc.property(fc.float32Array({ noNaN: true, min: -1000, max: 1000, minLength: 4, maxLength: 64 }), (values) => {
      const length = values.length - (values.length % 4)
      const expected = values.subarray(0, length).reduce((sum, value) => sum + value * value, 0)
      expect(Math.abs(sumOfSquares(values, 0, length) - expected)).toBeLessThanOrEqual(1e-12 * expected)
    }),
  )
})

test('gradients that are short enough are left alone', () => {
  expect(clipFactor(0, 1)).toBe(1)
  expect(clipFactor(0.5, 1)).toBe(1)
  expect(clipFactor(2, 1)).toBeCloseTo(0.5, 6)
})

test('a gradient that is not a number is not hidden', () => {
  expect(clipFactor(Number.NaN, 1)).toBe(1)
  const memory = viewMemory(new ArrayBuffer(32))
  memory.f32.set([0.5, 0, 0, 0, Number.NaN, 3, -3, 0.25])
  clampValues(memory, 16, 0, 4)
  expect([...memory.f32.subarray(4)]).toEqual([Number.NaN, 0.5, -0.5, 0.25])
})
