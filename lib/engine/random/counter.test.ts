import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { counterBits, counterKey, mix } from './counter'

const word = fc.integer({ min: 0, max: 2 ** 32 - 1 })

/** Set bits of a 32-bit word. */
function ones(bits: number): number {
  let count = 0
  for (let rest = bits >>> 0; rest !== 0; rest &= rest - 1) count++
  return count
}

test('mix is lowbias32, written out in arithmetic without overflow', () => {
  const reference = (x: bigint) => {
    const mask = 0xffffffffn
    let z = x ^ (x >> 16n)
    z = (z * 0x7feb352dn) & mask
    z ^= z >> 15n
    z = (z * 0x846ca68bn) & mask
    return z ^ (z >> 16n)
  }
  fc.assert(fc.property(word, (x) => BigInt(mix(x) >>> 0) === reference(BigInt(x))))
})

test('a key is decided by seed, purpose and both numbers, and by nothing else', () => {
  const seen = new Set<string>()
  for (const purpose of ['augment', 'dropout'] as const) {
    for (const seed of [0, 1, 2 ** 32 - 1]) {
      for (let a = 0; a < 20; a++) {
        for (let b = 0; b < 20; b++) seen.add(JSON.stringify(counterKey(seed, purpose, a, b)))
      }
    }
  }
  expect(seen.size).toBe(2 * 3 * 400)
  expect(counterKey(7, 'dropout', 3, 9)).toEqual(counterKey(7, 'dropout', 3, 9))
  expect(counterKey(7, 'dropout', 3, 9)).not.toEqual(counterKey(7, 'dropout', 9, 3))
})

describe.each([
  [0, 0, 0],
  [0, 0, 1],
  [12345, 3, 100_000],
  [2 ** 32 - 1, 199, 9_999_999],
])('the bits of key (%d, %d, %d)', (seed, a, b) => {
  const key = counterKey(seed, 'dropout', a, b)
  const count = 1 << 16

  test('fill 256 boxes evenly, by their highest and by their lowest bits (χ²)', () => {
    for (const shift of [24, 0]) {
      const boxes = new Float64Array(256)
      for (let i = 0; i < count; i++) {
        const box = (counterBits(key, i) >>> shift) & 255
        boxes[box] = (boxes[box] ?? 0) + 1
      }
      const chiSquare = boxes.reduce((sum, found) => sum + (found - count / 256) ** 2 / (count / 256), 0)
      // 255 degrees of freedom: mean 255, standard deviation 22.6.
      expect(Math.abs(chiSquare - 255)).toBeLessThan(5 * 22.6)
    }
  })

  test('do not follow one another, nor those of the next key', () => {
    const next = counterKey(seed, 'dropout', a, b + 1)
    for (const other of [(i: number) => counterBits(key, i + 1), (i: number) => counterBits(next, i)]) {
      let product = 0
      for (let i = 0; i < count; i++) product += (counterBits(key, i) / 2 ** 32 - 0.5) * (other(i) / 2 ** 32 - 0.5)
      // Of independent uniforms: mean 0, standard deviation 1/12/√count.
      expect(Math.abs(product / count)).toBeLessThan(5 / 12 / Math.sqrt(count))
    }
  })
})

test('one bit of the index or of the key changes about half of the 32', () => {
  let changed = 0
  let pairs = 0
  for (let i = 0; i < 2000; i++) {
    const key = counterKey(i, 'dropout', 0, 0)
    const bit = 1 << (i % 32)
    changed += ones(counterBits(key, i) ^ counterBits(key, i ^ bit))
    changed += ones(counterBits(key, i) ^ counterBits({ high: key.high ^ bit, low: key.low }, i))
    changed += ones(counterBits(key, i) ^ counterBits({ high: key.high, low: key.low ^ bit }, i))
    pairs += 3
  }
  expect(Math.abs(changed / pairs - 16)).toBeLessThan(0.3)
})

test('neighbouring keys do not run through the same numbers at another place', () => {
  const { high, low } = counterKey(1, 'dropout', 2, 3)
  const all = (key: { high: number; low: number }) => Array.from({ length: 1 << 15 }, (_, i) => counterBits(key, i))
  const seen = new Set(all({ high, low }))
  // By chance: 2¹⁵ · 2¹⁵ / 2³² = ¼.
  expect(all({ high, low: low + 1 }).filter((bits) => seen.has(bits)).length).toBeLessThan(8)
})
