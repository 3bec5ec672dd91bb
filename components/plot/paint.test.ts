import { expect, test } from 'vitest'
import { certaintyPalette, paintSurface, paintUnit, scaleOf } from './paint'

const COLORS = [
  [255, 0, 0],
  [0, 0, 255],
] as const

test('a surface: colour by class, strength by certainty', () => {
  const pixels = new Uint32Array(3)
  const winner = Uint8Array.of(0, 1, 1)
  paintSurface({ side: 1, winner, confidence: Float32Array.of(1, 0.5, 1) }, certaintyPalette(COLORS, 0, 1), pixels)
  expect([...new Uint8Array(pixels.buffer)]).toEqual([255, 0, 0, 255, 0, 0, 255, 0, 0, 0, 255, 255])
})

test('a unit: below 0 in one colour, above in the other, by a common scale', () => {
  const values = Float32Array.of(-2, 9, 0, 9, 1, 9)
  const pixels = new Uint32Array(3)
  expect(scaleOf(values)).toBe(9)
  paintUnit(values, 0, 2, 2, certaintyPalette(COLORS, 0, 1), pixels)
  expect([...new Uint8Array(pixels.buffer)]).toEqual([255, 0, 0, 255, 0, 0, 255, 0, 0, 0, 255, 127])
  expect(scaleOf(new Float32Array(4))).toBe(1)
})

test('a surface of 100 × 100 is painted in far less than a frame', () => {
  const surface = { side: 100, winner: new Uint8Array(10_000).fill(1), confidence: new Float32Array(10_000).fill(0.8) }
  const [palette, pixels] = [certaintyPalette(COLORS, 0, 1), new Uint32Array(10_000)]
  const times = Array.from({ length: 20 }, () => {
    const started = performance.now()
    paintSurface(surface, palette, pixels)
    return performance.now() - started
  })
  expect(Math.min(...times)).toBeLessThan(8)
})
