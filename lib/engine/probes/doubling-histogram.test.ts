import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BINS_A_SIDE, DoublingHistogram } from './doubling-histogram'

function count(values: readonly number[]): DoublingHistogram {
  const histogram = new DoublingHistogram()
  for (const value of values) histogram.add(value)
  return histogram
}

/** Float32 numbers of every size, and many of everyday size that meet the bins' edges. */
const numbers = fc.array(
  fc.oneof(fc.float(), fc.integer({ min: -64, max: 64 }), fc.constantFrom(0, -0, Number.NaN, Number.NEGATIVE_INFINITY)),
  { maxLength: 60 },
)

test('every number is in the bin whose edges it lies between', () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const { width, zeros, notFinite, above, below } = count(values)
      const finite = values.filter((value) => Number.isFinite(value))
      expect(notFinite).toBe(values.length - finite.length)
      expect(zeros).toBe(finite.filter((value) => value === 0).length)
      for (let k = 0; k < BINS_A_SIDE; k++) {
        const inBin = (size: number) => size > k * width && size <= (k + 1) * width
        expect(above[k]).toBe(finite.filter((value) => inBin(value)).length)
        expect(below[k]).toBe(finite.filter((value) => inBin(-value)).length)
      }
    }),
  )
})

test('the bins are the narrowest, a power of two wide, that reach the furthest number', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-30, max: 1e30, noNaN: true }), (furthest) => {
      const { width } = count([furthest / 3, -furthest, 0])
      expect(Number.isInteger(Math.log2(width))).toBe(true)
      expect(furthest).toBeLessThanOrEqual(BINS_A_SIDE * width)
      expect(furthest).toBeGreaterThan((BINS_A_SIDE / 2) * width)
    }),
  )
})

test('the order of the numbers does not matter', () => {
  fc.assert(
    fc.property(numbers, (values) => {
      expect(count([...values].reverse())).toEqual(count(values))
      expect(count([...values].sort((a, b) => Math.abs(a) - Math.abs(b)))).toEqual(count(values))
    }),
  )
})
