import { expect, test } from 'vitest'
import { drawSurface, planeGrid } from './point-views'

test('the grid runs row by row from the upper left corner, inside the square', () => {
  expect([...planeGrid(1, 2)]).toEqual([-0.5, 0.5, 0.5, 0.5, -0.5, -0.5, 0.5, -0.5])
})

test('a surface says which class wins where: class 1 to the right, surer the further', () => {
  const right = (inputs: Float32Array, count: number) =>
    Float32Array.from({ length: count * 2 }, (_, i) => (i % 2 === 0 ? 0 : 4 * (inputs[i - 1] ?? 0)))
  const { winner, confidence } = drawSurface(right, 'softmax-cross-entropy', planeGrid(1, 4), 4)
  expect([...winner]).toEqual([0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1])
  expect(confidence[3]).toBeGreaterThan(confidence[2] ?? 1)
  // 1 / (1 + e^-3), the logit at x = 0.75 being 3.
  expect(confidence[3]).toBeCloseTo(0.952574, 5)
})
