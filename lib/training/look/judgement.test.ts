import { expect, test } from 'vitest'
import { confusionOf, worstMistakes } from './judgement'

/** Six images: 0 and 4 are right; 1, 2, 3 and 5 are not. */
const labels = [0, 1, 2, 0, 2, 1]
const said = { classes: [0, 2, 1, 2, 2, 0], confidence: [0.99, 0.6, 0.9, 0.6, 0.98, 0.31] }

test('a confusion matrix counts each image once, by what it is and what it was taken for', () => {
  expect(confusionOf(labels, said.classes, 3)).toEqual([
    [1, 0, 1],
    [1, 0, 1],
    [0, 1, 1],
  ])
  expect(confusionOf([], [], 2)).toEqual([
    [0, 0],
    [0, 0],
  ])
})

test('the worst mistakes: wrong ones alone, the surest first, and equally sure ones in their order', () => {
  expect(worstMistakes(labels, said, 12)).toEqual([2, 1, 3, 5])
  expect(worstMistakes(labels, said, 2)).toEqual([2, 1])
  expect(worstMistakes(labels, { ...said, classes: labels }, 12)).toEqual([])
})
