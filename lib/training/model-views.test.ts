import { expect, test } from 'vitest'
import { predictSamples, winnerOf } from './model-views'

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
