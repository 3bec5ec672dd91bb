import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addTransposedProduct, multiply } from './gemm'

const fours = fc.integer({ min: 1, max: 3 }).map((n) => 4 * n)
const sizes = fc.record({ m: fours, n: fours, k: fc.integer({ min: 1, max: 9 }) })
/** Small whole numbers, so that sums are exact. */
const numbers = (length: number, step: number) => Float32Array.from({ length }, (_, i) => ((i * step) % 7) - 3)

test('the tiled products are the plain ones', () => {
  fc.assert(
    fc.property(sizes, ({ m, n, k }) => {
      const a = numbers(m * k, 5)
      const b = numbers(k * n, 3)
      const aTransposed = Float32Array.from({ length: k * m }, (_, i) => a[(i % m) * k + Math.floor(i / m)] as number)
      const expected = Float32Array.from({ length: m * n }, (_, i) => {
        let sum = 0
        for (let s = 0; s < k; s++) sum += (a[Math.floor(i / n) * k + s] as number) * (b[s * n + (i % n)] as number)
        return sum
      })
      const c = new Float32Array(m * n).fill(9)
      multiply(a, b, c, m, n, k)
      expect(c).toEqual(expected)
      addTransposedProduct(aTransposed, b, c, m, n, k)
      expect(c).toEqual(expected.map((value) => 2 * value))
    }),
  )
})
