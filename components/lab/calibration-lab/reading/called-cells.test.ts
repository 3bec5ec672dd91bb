import { expect, test } from 'vitest'
import { calledCells, rareShares } from './called-cells'
import { probabilityOf } from './scored-points'

const SURFACE = {
  side: 2,
  winner: Uint8Array.of(0, 0, 1, 1),
  confidence: Float32Array.of(1, 0.75, 0.5, 1),
}

test.each([0.25, 1, 3])('at temperature %d a cell has the probability that its logit would give', (temperature) => {
  const shares = rareShares(SURFACE, temperature)
  expect([...shares]).toEqual([
    0,
    expect.closeTo(probabilityOf(Math.log(1 / 3), temperature), 6),
    expect.closeTo(0.5, 12),
    1,
  ])
})

test('the threshold decides what a cell is called, and the shade says how probable that is', () => {
  const cells = calledCells(rareShares(SURFACE, 1), 2, 0.2)
  expect([...cells.winner]).toEqual([0, 1, 1, 1])
  expect([...cells.confidence]).toEqual([1, 0.25, 0.5, 1])
  expect([...calledCells(rareShares(SURFACE, 1), 2, 0.5).winner]).toEqual([0, 0, 0, 1])
})
