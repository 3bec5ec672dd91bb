import { expect, test } from 'vitest'
import { createRng, STREAMS, type StreamName, Xoshiro128 } from './rng'

test('xoshiro128**: first outputs from state 1, 2, 3, 4, as in the reference implementation', () => {
  // The vector that the rand_xoshiro crate checks against the authors' C code.
  const rng = new Xoshiro128(1, 2, 3, 4)
  const outputs = Array.from({ length: 10 }, () => rng.next())
  expect(outputs).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ])
})

test('a stream is decided by seed, purpose and index, and by nothing else', () => {
  const names = Object.keys(STREAMS) as StreamName[]
  const first = (seed: number, name: StreamName, index: number) => createRng(seed, name, index).next()
  const seen = new Set<number>()
  for (const name of names) {
    for (const seed of [0, 1, 2, 4294967295]) for (const index of [0, 1, 2]) seen.add(first(seed, name, index))
  }
  expect(seen.size).toBe(names.length * 4 * 3)
  expect(first(5, 'shuffle', 3)).toBe(first(5, 'shuffle', 3))
})

test('uniform: in [0, 1), mean ½, variance 1/12', () => {
  const rng = createRng(1, 'data')
  const values = Array.from({ length: 100_000 }, () => rng.uniform())
  expect(Math.min(...values.slice(0, 10_000))).toBeGreaterThanOrEqual(0)
  expect(Math.max(...values.slice(0, 10_000))).toBeLessThan(1)
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length
  expect(mean).toBeCloseTo(0.5, 2)
  expect(variance).toBeCloseTo(1 / 12, 2)
})

test('normal: mean 0, variance 1, kurtosis 3, 68.3 % within one deviation', () => {
  const rng = createRng(2, 'data')
  const values = Array.from({ length: 200_000 }, () => rng.normal())
  const moment = (k: number) => values.reduce((sum, x) => sum + x ** k, 0) / values.length
  expect(Math.abs(moment(1))).toBeLessThan(0.01)
  expect(Math.abs(moment(2) - 1)).toBeLessThan(0.02)
  expect(Math.abs(moment(4) - 3)).toBeLessThan(0.1)
  expect(Math.abs(values.filter((x) => Math.abs(x) < 1).length / values.length - 0.6827)).toBeLessThan(0.005)
})

test('below: every value equally likely', () => {
  const rng = createRng(3, 'data')
  const counts = [0, 0, 0, 0, 0, 0, 0]
  for (let i = 0; i < 70_000; i++) counts[rng.below(7)] = (counts[rng.below(7)] ?? 0) + 1
  const total = counts.reduce((sum, count) => sum + count, 0)
  for (const count of counts) expect(Math.abs(count / total - 1 / 7)).toBeLessThan(0.02)
})
