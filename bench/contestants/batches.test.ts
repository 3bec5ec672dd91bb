import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Setup } from '../workloads/setup'
import { specOf } from '../workloads/workload'
import { Batches, weightReader } from './batches'

const folder = mkdtempSync(path.join(tmpdir(), 'bench-batches-'))
afterAll(() => rmSync(folder, { recursive: true }))

const write = (name: string, values: Float32Array | Uint8Array | Uint32Array) => {
  const file = path.join(folder, name)
  writeFileSync(file, values)
  return file
}

/** Four examples of two numbers, taken two at a time in the order 2, 0 | 3, 1 | 1, 2. */
const setup: Setup = {
  spec: { ...specOf('mlp', 'tanh'), batch: 2 },
  seed: 0,
  count: 4,
  inputShape: [2],
  classes: ['a', 'b'],
  data: 'test',
  warmUpMs: 0,
  files: {
    inputs: write('inputs', Float32Array.of(0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5)),
    labels: write('labels', Uint8Array.of(10, 11, 12, 13)),
    order: write('order', Uint32Array.of(2, 0, 3, 1, 1, 2)),
    weights: write('weights', Float32Array.of(1, 2, 3, 4, 5)),
  },
}

const labelsOf = (batches: { labels: Uint8Array }[]) => batches.map(({ labels }) => [...labels])

test('batches follow the order and begin again at its end', () => {
  const batches = new Batches(setup)
  const [first] = batches.next(1)
  expect([...(first?.inputs ?? [])]).toEqual([2, 2.5, 0, 0.5])
  expect([...(first?.labels ?? [])]).toEqual([12, 10])
  expect(labelsOf(batches.next(3))).toEqual([
    [13, 11],
    [11, 12],
    [12, 10],
  ])
})

test('more steps than there are batches get each batch once; the next call goes on where they will have ended', () => {
  const batches = new Batches(setup)
  expect(labelsOf(batches.next(7))).toEqual([
    [12, 10],
    [13, 11],
    [11, 12],
  ])
  expect(labelsOf(batches.next(1))).toEqual([[13, 11]])
})

test('weights are handed out in turn, and no more than there are', () => {
  const read = weightReader(setup)
  expect([...read(2)]).toEqual([1, 2])
  expect([...read(3)]).toEqual([3, 4, 5])
  expect(() => read(1)).toThrow(/has 5 weights/)
})
