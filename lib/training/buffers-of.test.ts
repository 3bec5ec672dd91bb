import { expect, test } from 'vitest'
import { buffersOf } from './buffers-of'

test('every array’s memory, however deep it lies, once, and none that is shared', () => {
  const [inputs, labels] = [new Float32Array(6), new Float32Array(3)]
  const shared = new Float32Array(new SharedArrayBuffer(8))
  const opening = {
    losses: [1, 2],
    batches: [
      { inputs, kept: [{ mask: inputs.subarray(2) }] },
      { labels, shared },
    ],
    name: 'a',
  }
  expect(buffersOf(opening)).toEqual([inputs.buffer, labels.buffer])
  expect([buffersOf(null), buffersOf('text'), buffersOf([])]).toEqual([[], [], []])
  const moved = structuredClone(opening, { transfer: buffersOf(opening) })
  expect([moved.batches[0]?.inputs?.length, inputs.length, shared.length]).toEqual([6, 0, 2])
})
