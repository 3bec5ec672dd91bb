import { expect, test } from 'vitest'
import { functionPieces } from './function-pieces'

const step = (x: number) => (x > 0 ? 1 : 0)

test('a smooth function is one piece from end to end', () => {
  const { pieces, ends } = functionPieces((x) => x * x, [-1, 3], 8, [])
  expect(pieces).toHaveLength(1)
  expect(pieces[0]).toHaveLength(9)
  expect([pieces[0]?.[0], pieces[0]?.at(-1)]).toEqual([
    [-1, 1],
    [3, 9],
  ])
  expect(ends).toEqual([])
})

test('at a jump one piece ends and the next begins, and it is said which side is taken', () => {
  const { pieces, ends } = functionPieces(step, [-1, 1], 10, [0])
  expect(pieces.map((piece) => [piece[0], piece.at(-1)])).toEqual([
    [
      [-1, 0],
      [0, 0],
    ],
    [
      [0, 1],
      [1, 1],
    ],
  ])
  expect(ends).toEqual([
    { x: 0, y: 0, taken: true },
    { x: 0, y: 1, taken: false },
  ])
})

test('jumps outside are none of the picture’s business, and what is no number is left out', () => {
  expect(functionPieces(step, [1, 2], 4, [0]).pieces).toHaveLength(1)
  expect(functionPieces((x) => 1 / x, [0, 1], 2, []).pieces[0]?.map(([x]) => x)).toEqual([0.5, 1])
})
