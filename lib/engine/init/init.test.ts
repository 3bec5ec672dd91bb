import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRng } from '../random/rng'
import { INIT_NAMES, type InitSpec, initialise } from './init'
import { fillOrthogonal } from './orthogonal'

const FAN_IN = 300
const FAN_OUT = 100
/** LeCun 1/fanIn, Glorot 2/(fanIn + fanOut), He 2/fanIn. */
const VARIANCE = { lecun: 1 / FAN_IN, glorot: 2 / (FAN_IN + FAN_OUT), he: 2 / FAN_IN }
const DRAWN = INIT_NAMES.filter((name) => name.endsWith('normal') || name.endsWith('uniform'))

function drawn(init: InitSpec, length = 60_000): Float32Array {
  const weights = new Float32Array(length)
  initialise(weights, init, FAN_IN, FAN_OUT, createRng(1, 'weights'))
  return weights
}

describe.each(DRAWN)('%s', (name) => {
  const weights = drawn(name)
  const expected = VARIANCE[name.split('-')[0] as keyof typeof VARIANCE]

  test('has mean 0 and the variance of its paper', () => {
    const mean = weights.reduce((sum, w) => sum + w, 0) / weights.length
    const variance = weights.reduce((sum, w) => sum + w * w, 0) / weights.length
    expect(Math.abs(mean)).toBeLessThan(0.02 * Math.sqrt(expected))
    expect(Math.abs(variance - expected)).toBeLessThanOrEqual(0.02 * expected)
  })

  test('uniform ends at ±√(3·variance), normal goes beyond', () => {
    const bound = Math.sqrt(3 * expected)
    const largest = weights.reduce((a, b) => Math.max(a, Math.abs(b)), 0)
    if (name.endsWith('uniform')) expect(largest).toBeLessThanOrEqual(Math.fround(bound))
    else expect(largest).toBeGreaterThan(2 * bound)
  })

  test('a gain of 1 changes nothing, one of 3 makes every weight three times as large', () => {
    const plain = drawn(name, 600)
    expect(drawn({ name, gain: 1 }, 600)).toEqual(plain)
    const large = drawn({ name, gain: 3 }, 600)
    expect(plain.every((w, i) => Math.abs((large[i] ?? 0) - 3 * w) <= 1e-6 * Math.abs(w))).toBe(true)
  })
})

test('zeros and constant', () => {
  expect(drawn('zeros').every((w) => w === 0)).toBe(true)
  expect(drawn({ name: 'constant', value: -0.25 }).every((w) => w === -0.25)).toBe(true)
  expect(drawn('constant').every((w) => w === 0)).toBe(true)
})

describe('orthogonal', () => {
  const side = fc.integer({ min: 1, max: 24 })

  test('rows, or columns where they are fewer, have the length of the gain and are orthogonal', () => {
    fc.assert(
      fc.property(
        side,
        side,
        fc.double({ min: 0.5, max: 3, noNaN: true }),
        fc.nat(1000),
        (rows, columns, gain, seed) => {
          const weights = new Float32Array(rows * columns)
          initialise(weights, { name: 'orthogonal', gain }, columns, rows, createRng(seed, 'weights'))
          const isWide = columns >= rows
          const at = (vector: number, i: number) => weights[isWide ? vector * columns + i : i * columns + vector] ?? NaN
          const length = isWide ? columns : rows
          for (let a = 0; a < Math.min(rows, columns); a++) {
            for (let b = 0; b <= a; b++) {
              let dot = 0
              for (let i = 0; i < length; i++) dot += at(a, i) * at(b, i)
              expect(Math.abs(dot / (gain * gain) - (a === b ? 1 : 0))).toBeLessThan(3e-7)
            }
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('vectors that point almost the same way do not spoil it', () => {
    // Twelve random vectors of which each differs from the first by a hundred-billionth.
    const [rows, columns] = [12, 20]
    const source = createRng(5, 'weights')
    const first = Array.from({ length: columns }, () => source.normal())
    let drawn = 0
    const normal = () => (first[drawn % columns] ?? 0) + (drawn++ < columns ? 0 : 1e-11 * source.normal())
    const weights = new Float32Array(rows * columns)
    fillOrthogonal(weights, rows, columns, 1, { normal })
    const row = (a: number) => weights.subarray(a * columns, (a + 1) * columns)
    for (let a = 0; a < rows; a++) {
      for (let b = 0; b <= a; b++) {
        const dot = row(a).reduce((sum, w, i) => sum + w * (row(b)[i] ?? 0), 0)
        expect(Math.abs(dot - (a === b ? 1 : 0))).toBeLessThan(3e-7)
      }
    }
  })

  test('no direction is preferred: both signs of every entry, determinants of both signs', () => {
    let positive = 0
    let turned = 0
    for (let seed = 0; seed < 400; seed++) {
      const w = new Float32Array(4)
      initialise(w, 'orthogonal', 2, 2, createRng(seed, 'weights'))
      const [a = 0, b = 0, c = 0, d = 0] = w
      if (a > 0) positive++
      if (a * d - b * c > 0) turned++
    }
    expect(Math.abs(positive - 200)).toBeLessThan(50)
    expect(Math.abs(turned - 200)).toBeLessThan(50)
  })

  test('is decided by its seed', () => {
    expect(drawn('orthogonal', 2 * FAN_IN)).toEqual(drawn('orthogonal', 2 * FAN_IN))
  })
})
