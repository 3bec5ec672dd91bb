import { expect, test } from 'vitest'
import { recipeVersion } from './recipe-version'

// Published vector of 64-bit FNV-1a (isthe.com/chongo/tech/comp/fnv): "a" is af63dc4c8601ec8c; JSON adds the quotes.
test('equal recipes have equal versions, others do not', () => {
  expect(recipeVersion({ a: 1 })).toBe(recipeVersion({ a: 1 }))
  expect(recipeVersion({ a: 1 })).not.toBe(recipeVersion({ a: 2 }))
  expect(recipeVersion('x')).toMatch(/^[0-9a-f]{16}$/)
})

test('the hash is FNV-1a', () => {
  // JSON of a number is its digits: FNV-1a of the one byte "7" (0x37), worked out by hand:
  // (0xcbf29ce484222325 ^ 0x37) * 0x100000001b3 mod 2^64
  const expected = BigInt.asUintN(64, (0xcbf29ce484222325n ^ 0x37n) * 0x100000001b3n)
  expect(recipeVersion(7)).toBe(expected.toString(16).padStart(16, '0'))
})
