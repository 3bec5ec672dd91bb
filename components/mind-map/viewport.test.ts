import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bringIntoView, keepInReach, LARGEST, openingView, SMALLEST, wholeView, zoomAt } from './viewport'

const size = fc.record({ width: fc.integer({ min: 280, max: 4000 }), height: fc.integer({ min: 280, max: 4000 }) })
const view = fc.record({
  x: fc.integer({ min: -3000, max: 3000 }),
  y: fc.integer({ min: -3000, max: 3000 }),
  scale: fc.double({ min: SMALLEST, max: LARGEST, noNaN: true }),
})
const point = fc.record({ x: fc.integer({ min: 0, max: 1200 }), y: fc.integer({ min: 0, max: 800 }) })

test('zooming keeps what is under the pointer there, and stays within its limits', () => {
  fc.assert(
    fc.property(view, fc.double({ min: 0.1, max: 10, noNaN: true }), point, (before, factor, at) => {
      const after = zoomAt(before, factor, at)
      expect(after.scale).toBeGreaterThanOrEqual(SMALLEST)
      expect(after.scale).toBeLessThanOrEqual(LARGEST)
      expect((at.x - after.x) / after.scale).toBeCloseTo((at.x - before.x) / before.scale, 6)
      expect((at.y - after.y) / after.scale).toBeCloseTo((at.y - before.y) / before.scale, 6)
    }),
  )
})

test('a map cannot be dragged out of its frame', () => {
  fc.assert(
    fc.property(view, size, size, (at, sheet, frame) => {
      const held = keepInReach(at, sheet, frame)
      expect(held.x).toBeLessThanOrEqual(frame.width * 0.75)
      expect(held.x + sheet.width * held.scale).toBeGreaterThanOrEqual(frame.width * 0.25 - 1e-6)
    }),
  )
})

test('a map that fits opens whole; a larger one opens readable, with its hub in the middle', () => {
  const frame = { width: 1200, height: 700 }
  const small = { width: 900, height: 500 }
  expect(openingView(small, frame, { x: 450, y: 250 })).toEqual(wholeView(small, frame))
  const large = openingView({ width: 3000, height: 2000 }, frame, { x: 1500, y: 1000 })
  expect(large.scale).toBe(0.75)
  expect(large.x + 1500 * large.scale).toBe(600)
  expect(large.y + 1000 * large.scale).toBe(350)
})

test('on a phone the map opens at its top, as wide as the screen', () => {
  expect(openingView({ width: 358, height: 2000 }, { width: 358, height: 640 }, null)).toEqual({ x: 0, y: 0, scale: 1 })
})

test('a node that is gone to is in the frame, and one that already was moves nothing', () => {
  const box = fc.record({
    x: fc.integer({ min: 0, max: 3000 }),
    y: fc.integer({ min: 0, max: 3000 }),
    width: fc.integer({ min: 20, max: 240 }),
    height: fc.integer({ min: 20, max: 90 }),
  })
  const frame = { width: 1000, height: 600 }
  fc.assert(
    fc.property(
      fc.record({ ...{ x: fc.integer(), y: fc.integer() }, scale: fc.constantFrom(0.5, 1, 1.5) }),
      box,
      (at, node) => {
        const shown = bringIntoView(at, node, frame)
        const left = shown.x + node.x * shown.scale
        expect(left).toBeGreaterThanOrEqual(28 - 1e-6)
        expect(left + node.width * shown.scale).toBeLessThanOrEqual(frame.width - 28 + 1e-6)
        const again = bringIntoView(shown, node, frame)
        expect(again.x).toBeCloseTo(shown.x, 6)
        expect(again.y).toBeCloseTo(shown.y, 6)
      },
    ),
  )
})
