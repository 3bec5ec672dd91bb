import { describe, expect, test } from 'vitest'
import { DatasetError } from '../errors'
import { DEFAULT_STANDARDISE } from '../spec/spec'
import { buildDataset } from './build-dataset'
import { CIFAR10_RECORD_BYTES, parseCifar10 } from './cifar10'
import { readInputs } from './dataset'
import { drawnTenClasses } from './drawn-ten'

/** Records with label n mod 10 whose red, green and blue bytes are n, n + 1 and n + 2. */
function records(count: number): Uint8Array {
  const bytes = new Uint8Array(count * CIFAR10_RECORD_BYTES)
  for (let n = 0; n < count; n++) {
    const start = n * CIFAR10_RECORD_BYTES
    bytes[start] = n % 10
    for (let channel = 0; channel < 3; channel++) {
      bytes.fill(n + channel, start + 1 + 1024 * channel, start + 1 + 1024 * (channel + 1))
    }
  }
  return bytes
}

const good = () => [
  { name: 'test_batch.bin', bytes: records(5) },
  { name: 'data_batch_2.bin', bytes: records(3) },
  { name: 'folder/data_batch_1.bin', bytes: records(12) },
]

test('good files: records in the order of the file names, test apart', () => {
  const cifar10 = parseCifar10(good())
  expect(cifar10.train.map(({ count }) => count)).toEqual([12, 3])
  expect(cifar10.test.map(({ count }) => count)).toEqual([5])
})

describe('planted faults: the message names file, byte offset and what to do', () => {
  test.each([
    [
      'cut short',
      records(3).subarray(0, 2 * CIFAR10_RECORD_BYTES + 100),
      /data_batch_1\.bin is cut short: .*byte 6146.* 100 of 3073 .*npm run data:cifar10/,
    ],
    ['one byte too long', new Uint8Array(CIFAR10_RECORD_BYTES + 1), /byte 3073 and has 1 of 3073/],
    ['empty', new Uint8Array(0), /data_batch_1\.bin is empty/],
  ])('%s', (_title, bytes, message) => {
    expect(() => parseCifar10([{ name: 'data_batch_1.bin', bytes }])).toThrow(message)
    expect(() => parseCifar10([{ name: 'data_batch_1.bin', bytes }])).toThrow(DatasetError)
  })

  test('a label above 9', () => {
    const bytes = records(4)
    bytes[2 * CIFAR10_RECORD_BYTES] = 10
    expect(() => parseCifar10([{ name: 'data_batch_3.bin', bytes }])).toThrow(
      /data_batch_3\.bin has label 10 at byte 6146.*npm run/,
    )
  })

  test('a file that is none of CIFAR-10’s', () => {
    expect(() => parseCifar10([{ name: 'data_batch_9.bin', bytes: records(1) }])).toThrow(
      /data_batch_9\.bin is not a CIFAR-10 file/,
    )
  })

  test('more images asked for than there are', () => {
    const cifar10 = parseCifar10(good())
    expect(() => buildDataset({ kind: 'cifar10', train: 16, validation: 1 }, { cifar10 })).toThrow(
      /16 are asked for, 15 are there/,
    )
  })

  test('no files given', () => {
    expect(() => buildDataset({ kind: 'cifar10', train: 1, validation: 1 })).toThrow(DatasetError)
  })
})

test('images: channels last, one mean and deviation a channel, taken from the training images alone', () => {
  const cifar10 = parseCifar10(good())
  const { train, validation, inputShape } = buildDataset(
    { kind: 'cifar10', train: 10, validation: 5, standardise: 'per-channel' },
    { cifar10 },
  )
  expect([inputShape, train.count, validation.count]).toEqual([[32, 32, 3], 10, 5])
  const deviation = Math.sqrt(8.25)
  // Bytes of record n: n, n + 1, n + 2; over n = 0 … 9 each channel has the same deviation, and means 4.5, 5.5, 6.5.
  for (const n of [0, 4, 9]) {
    for (let i = 0; i < 6; i++) expect(readInputs(train, 3072, n, 1)[i]).toBeCloseTo((n - 4.5) / deviation, 6)
  }
  expect(readInputs(validation, 3072, 4, 1)[2]).toBeCloseTo((4 - 4.5) / deviation, 6)
  expect([...train.labels]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('images are standardised per channel unless the spec says none', () => {
  const build = (standardise?: 'per-channel' | 'none') =>
    buildDataset(
      { kind: 'cifar10', train: 10, validation: 5, ...(standardise === undefined ? {} : { standardise }) },
      { cifar10: parseCifar10(good()) },
    )
  expect(build()).toEqual(build(DEFAULT_STANDARDISE))
  expect(build()).toEqual(build('per-channel'))
  expect(build()).not.toEqual(build('none'))
})

test('images that are all alike are not divided by zero', () => {
  const bytes = new Uint8Array(2 * CIFAR10_RECORD_BYTES)
  const cifar10 = parseCifar10([
    { name: 'data_batch_1.bin', bytes },
    { name: 'test_batch.bin', bytes },
  ])
  const { train } = buildDataset({ kind: 'cifar10', train: 2, validation: 2, standardise: 'per-channel' }, { cifar10 })
  expect(readInputs(train, 3072, 0, 2).every((x) => x === 0)).toBe(true)
})

describe('the drawn stand-in', () => {
  const drawn = drawnTenClasses({ train: 300, validation: 50, seed: 4 })

  test('has CIFAR-10’s shape, its own name, and all ten classes', () => {
    expect([drawn.name, drawn.classes.length]).toEqual(['drawn-ten', 10])
    const { train, validation, name } = buildDataset({ kind: 'drawn-ten', train: 300, validation: 50, seed: 4 })
    expect([train.count, validation.count, name]).toEqual([300, 50, 'drawn-ten'])
    expect(new Set(train.labels).size).toBe(10)
  })

  test('is decided by its seed', () => {
    const hashOf = (seed: number) => buildDataset({ kind: 'drawn-ten', train: 30, validation: 5, seed }).hash
    expect(hashOf(4)).toBe(hashOf(4))
    expect(hashOf(5)).not.toBe(hashOf(4))
  })

  test('no validation picture is among the training pictures', () => {
    const [train] = drawn.train
    const [held] = drawn.test
    const cut = (bytes: Uint8Array, n: number) =>
      bytes.subarray(n * CIFAR10_RECORD_BYTES + 1, n * CIFAR10_RECORD_BYTES + 200).join()
    const seen = new Set(Array.from({ length: 300 }, (_, n) => cut(train?.bytes ?? new Uint8Array(), n)))
    expect(seen.size).toBe(300)
    for (let n = 0; n < 50; n++) expect(seen.has(cut(held?.bytes ?? new Uint8Array(), n))).toBe(false)
  })
})
