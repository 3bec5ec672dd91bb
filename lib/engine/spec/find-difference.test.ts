import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findDifference } from './find-difference'

test('a value does not differ from what JSON makes of it, whatever the order of its keys', () => {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, inner]) => [key, turned(inner)]),
    )
  }
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      expect(findDifference(value, turned(JSON.parse(JSON.stringify(value))))).toBeNull()
    }),
  )
})

test.each<[unknown, unknown, unknown]>([
  [1, 2, { path: [], first: 1, second: 2 }],
  [{ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }, { path: ['a', 1, 'b'], first: 2, second: 3 }],
  [{ a: [1] }, { a: [1, 4] }, { path: ['a', 1], first: undefined, second: 4 }],
  [{ a: 1, b: 2 }, { a: 1 }, { path: ['b'], first: 2, second: undefined }],
  [{ a: [] }, { a: {} }, { path: ['a'], first: [], second: {} }],
  [{}, { constructor: 5 }, { path: ['constructor'], first: undefined, second: 5 }],
  [{ a: null }, {}, { path: ['a'], first: null, second: undefined }],
  [{ a: undefined }, {}, null],
])('%j and %j', (first, second, difference) => {
  expect(findDifference(first, second)).toEqual(difference)
})
