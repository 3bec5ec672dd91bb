import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseByteRange } from './byte-range'

const part = (start: number, end: number) => ({ kind: 'part', start, end })
const whole = { kind: 'whole' }
const unsatisfiable = { kind: 'unsatisfiable' }

// Expectations read off RFC 9110, 14.1.2.
test.each([
  [null, whole],
  ['bytes=0-0', part(0, 0)],
  ['bytes=0-99', part(0, 99)],
  ['bytes=10-', part(10, 99)],
  ['bytes=10-5000', part(10, 99)],
  ['bytes=-1', part(99, 99)],
  ['bytes=-30', part(70, 99)],
  ['bytes=-5000', part(0, 99)],
  ['bytes=100-', unsatisfiable],
  ['bytes=100-200', unsatisfiable],
  ['bytes=-0', unsatisfiable],
  ['bytes=5-4', whole],
  ['bytes=-', whole],
  ['bytes=a-b', whole],
  ['bytes=0-1,5-6', whole],
  ['records=0-1', whole],
  ['BYTES=1-2', part(1, 2)],
])('byte range %s of 100 bytes', (header, expected) => {
  expect(parseByteRange(header, 100)).toEqual(expected)
})

test('byte range: what is answered lies inside the body, whatever is asked', () => {
  fc.assert(
    fc.property(fc.option(fc.nat(10_000)), fc.option(fc.nat(10_000)), fc.integer({ min: 1, max: 5000 }), (a, b, n) => {
      const range = parseByteRange(`bytes=${a ?? ''}-${b ?? ''}`, n)
      if (range.kind !== 'part') return
      expect(range.start).toBeGreaterThanOrEqual(0)
      expect(range.end).toBeLessThan(n)
      expect(range.start).toBeLessThanOrEqual(range.end)
    }),
  )
})
