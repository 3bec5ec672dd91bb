import { expect, test } from 'vitest'
import { drawSurface, planeGrid, predictSamples, winnerOf } from './model-views'

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

test.each([
  [[0, 0, 2], 'softmax-cross-entropy', 2, Math.exp(2) / (2 + Math.exp(2))],
  [[1000, 0], 'softmax-cross-entropy', 0, 1],
  [[-3], 'bce-with-logits', 0, 1 / (1 + Math.exp(-3))],
  [[3], 'bce-with-logits', 1, 1 / (1 + Math.exp(-3))],
  [[0.5], 'mse', 1, 0.75],
  [[-2], 'mse', 0, 1],
  [[0.2, 0.7], 'mse', 1, 0.7],
] as const)('outputs %j of %s', (outputs, loss, index, confidence) => {
  const winner = winnerOf(Float32Array.from(outputs), loss)
  expect(winner.index).toBe(index)
  expect(winner.confidence).toBeCloseTo(confidence, 6)
})

test('sample predictions come one an image', () => {
  const predict = () => Float32Array.from([0, 9, 9, 0])
  expect(predictSamples(predict, 'softmax-cross-entropy', new Float32Array(4), 2).classes).toEqual([1, 0])
})
