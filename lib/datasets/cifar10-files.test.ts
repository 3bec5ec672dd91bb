import { createHash } from 'node:crypto'
import type * as fs from 'node:fs'
import { mkdtemp, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, expect, inject, test, vi } from 'vitest'
import { Cifar10FileError, findCifar10File, loadCifar10Manifest } from './cifar10-files'

/** The error that opening a file meets meanwhile; file modes would not stop a test that runs as root. */
const disk = vi.hoisted(() => ({ refusal: undefined as Error | undefined }))
vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof fs>()
  const createReadStream: typeof real.createReadStream = (...args) => {
    const stream = real.createReadStream(...args)
    if (disk.refusal) stream.destroy(disk.refusal)
    return stream
  }
  return { ...real, createReadStream }
})

/** `count` records whose labels go 0, 1, … 9, 0, … and whose pixels are not constant. */
function records(count: number): Uint8Array {
  const bytes = new Uint8Array(count * 3073).map((_, i) => (i * 7) % 251)
  for (let i = 0; i < count; i++) bytes[i * 3073] = i % 10
  return bytes
}

let directory: string
const put = (name: string, bytes: Uint8Array) => writeFile(path.join(directory, name), bytes)

beforeEach(async () => {
  directory = await mkdtemp(path.join(inject('testFolder'), 'cifar10-'))
})

test('an empty or missing folder: nothing available, no problem', async () => {
  expect(await loadCifar10Manifest(directory)).toMatchObject({ available: false, files: [] })
  expect(await loadCifar10Manifest(path.join(directory, 'nowhere'))).toMatchObject({ available: false, files: [] })
})

test('manifest: size, records, hash and address of each file', async () => {
  const bytes = records(400)
  await put('data_batch_1.bin', bytes)
  await put('test_batch.bin', records(3))
  await put('notes.txt', new Uint8Array(10))
  const manifest = await loadCifar10Manifest(directory)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(manifest.available).toBe(true)
  expect(manifest.files.map((file) => file.name)).toEqual(['data_batch_1.bin', 'test_batch.bin'])
  expect(manifest.files[0]).toEqual({
    name: 'data_batch_1.bin',
    url: `/api/datasets/cifar10/${sha256}/data_batch_1.bin`,
    bytes: 400 * 3073,
    records: 400,
    sha256,
  })
})

test('training files without the test file are not enough', async () => {
  await put('data_batch_2.bin', records(2))
  expect((await loadCifar10Manifest(directory)).available).toBe(false)
})

// Planted faults. 345 records put the fault past the first megabyte, so the chunk arithmetic is tested too.
test.each([
  ['cut short', records(345).subarray(0, 344 * 3073 + 5), /data_batch_3\.bin.*byte 1057112.*5 of 3073.*npm run data/],
  ['one byte too long', new Uint8Array([...records(1), 0]), /byte 3073 has 1 of 3073/],
  ['empty', new Uint8Array(0), /empty \(byte 0\)/],
  ['label 10', records(400).with(344 * 3073, 10), /data_batch_3\.bin: byte 1057112 holds label 10.*npm run data/],
  ['label 255 in the last record', records(12).with(11 * 3073, 255), /byte 33803 holds label 255/],
])('a file that is refused: %s', async (_, bytes, message) => {
  await put('data_batch_3.bin', bytes)
  await put('test_batch.bin', records(1))
  await expect(findCifar10File(directory, 'data_batch_3.bin')).rejects.toThrow(message)
  const manifest = await loadCifar10Manifest(directory)
  expect(manifest.available).toBe(false)
  expect(manifest.problem).toMatch(message)
})

test.each(['../secret', '..', '/etc/passwd', 'data_batch_6.bin', 'README.md', ''])('no file named %j', async (name) => {
  await put('README.md', records(1))
  expect(await findCifar10File(directory, name)).toBeNull()
})

test('a file is hashed once, and again when it changes', async () => {
  await put('test_batch.bin', records(2))
  const first = await findCifar10File(directory, 'test_batch.bin')
  expect(await findCifar10File(directory, 'test_batch.bin')).toBe(first)
  await put('test_batch.bin', records(2).with(9, 200))
  await utimes(path.join(directory, 'test_batch.bin'), 1000, 1000)
  expect((await findCifar10File(directory, 'test_batch.bin'))?.sha256).not.toBe(first?.sha256)
})

test('a file that cannot be read is told in a sentence to all who ask, and is there once it can be read', async () => {
  await put('data_batch_1.bin', records(2))
  await put('test_batch.bin', records(2))
  disk.refusal = Object.assign(new Error('EACCES: permission denied, open'), { code: 'EACCES' })
  const asked = [1, 2].map(() => findCifar10File(directory, 'test_batch.bin'))
  for (const { reason } of (await Promise.allSettled(asked)) as PromiseRejectedResult[]) {
    expect(reason).toBeInstanceOf(Cifar10FileError)
  }
  const { available, problem } = await loadCifar10Manifest(directory)
  expect(available).toBe(false)
  expect(problem).toMatch(/^data_batch_1\.bin: it cannot be read \(permission denied\)\. Make it.* readable/)
  disk.refusal = undefined
  expect(await loadCifar10Manifest(directory)).toMatchObject({ available: true, files: [{}, {}] })
})
