import { expect, test } from 'vitest'
import { arrowKey, cursorStep, nearestMarker } from './reading-place'

test.each([
  [-5, 5, 0.05],
  [-20, 20, 0.2],
  [0, 0.1, 0.0005],
])('from %d to %d the cursor goes in steps of %d', (from, to, step) => {
  expect(cursorStep(from, to)).toBe(step)
})

const place = { from: -5, to: 5, step: 0.05 }

test.each([
  ['ArrowRight', 0.1, 0.15],
  ['ArrowLeft', 0.1, 0.05],
  ['ArrowUp', 0.3, 0.35],
  ['PageUp', 0, 0.5],
  ['PageDown', -4.9, -5],
  ['ArrowRight', 5, 5],
  ['Home', 1, -5],
  ['End', 1, 5],
  // From a minimum, which lies between two steps.
  ['ArrowRight', -0.751791524694, -0.75],
  ['ArrowLeft', -0.751791524694, -0.8],
  ['a', 1, null],
])('%s at %d leads to %d', (key, x, expected) => {
  expect(arrowKey(key, { ...place, x })).toBe(expected)
})

test('the nearest marker within reach, of any curve', () => {
  const curves = [{ markers: [{ kind: 'kink', x: 0 } as const] }, { markers: [{ kind: 'minimum', x: -0.75 } as const] }]
  expect(nearestMarker(curves, -0.7, 0.1)).toBe(-0.75)
  expect(nearestMarker(curves, 0.05, 0.1)).toBe(0)
  expect(nearestMarker(curves, 0.5, 0.1)).toBeNull()
})
