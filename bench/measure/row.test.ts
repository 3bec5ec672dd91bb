import { expect, test } from 'vitest'
import type { Comparison } from '../workloads/comparison'
import { buildRow, shownRows, shownTable } from './row'

const CNN: Comparison = { workload: 'cnn', activation: 'relu', threads: 1, peers: ['tfjs-wasm'] }

test("a row's ratio is the median of the rounds' ratios, not the ratio of the medians", () => {
  const rounds = [
    { ours: 100, theirs: 5 },
    { ours: 50, theirs: 5 },
    { ours: 120, theirs: 4 },
  ]
  const row = buildRow(CNN, 'tfjs-wasm', rounds, 32)
  expect(row).toEqual({
    workload: 'cnn',
    activation: 'relu',
    threads: 1,
    peer: 'tfjs-wasm',
    ratio: { median: 20, min: 10, max: 30 },
    rounds: 3,
    ours: 3200,
    theirs: 160,
  })
})

test.each([
  [31, '31.0 '],
  [25, '25.0 (floor)'],
  [2, '2.00 (below)'],
])('a ratio of %d against tfjs-wasm is shown as %s', (ratio, text) => {
  const row = buildRow(CNN, 'tfjs-wasm', [{ ours: ratio, theirs: 1 }], 1)
  expect(shownRows([row])).toContain(`| ${text}`)
})

test('a table is aligned Markdown', () => {
  expect(shownTable(['a', 'long'], [['wide', '1']])).toBe('| a    | long |\n| ---- | ---- |\n| wide | 1    |\n')
})
