import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { installCifar10 } from './install-cifar10'
import { listen, md5Of, tar, tinyCifar10 } from './testing-archive'

let directory: string
let close: () => Promise<void> = async () => {}
let progress: number[]

beforeEach(async () => {
  directory = await mkdtemp(path.join(inject('testFolder'), 'install-'))
  progress = []
})
afterEach(() => close())

/** Serves ranges of `archive`; `until` breaks the connection after that many bytes of a whole answer. */
function serving(archive: Buffer, { until = archive.length, ranges = true } = {}): RequestListener {
  return (request, response) => {
    const from = ranges ? Number(request.headers.range?.match(/^bytes=(\d+)-$/)?.[1] ?? 0) : 0
    const length = archive.length - from
    const range = from > 0 ? { 'content-range': `bytes ${from}-${archive.length - 1}/${archive.length}` } : {}
    response.writeHead(from > 0 ? 206 : 200, { 'content-length': length, ...range })
    if (from > 0 || until === archive.length) response.end(archive.subarray(from))
    else response.write(archive.subarray(0, until), () => setTimeout(() => response.destroy(), 100))
  }
}

async function install(archive: Buffer, answer: RequestListener, changes: { md5?: string; size?: number } = {}) {
  const server = await listen(answer)
  close = server.close
  const source = { url: server.url, size: archive.length, md5: md5Of(archive), ...changes }
  const onProgress = (done: number) => void progress.push(done)
  return installCifar10({ directory, source, onProgress, onUnpack: () => {}, idleMs: 2000 })
}

const files = async () => (await readdir(directory)).sort()

test('a whole archive ends as data files, and nothing else stays behind', async () => {
  const archive = tinyCifar10()
  const manifest = await install(archive, serving(archive))
  expect(await files()).toEqual(['data_batch_1.bin', 'data_batch_2.bin', 'test_batch.bin'])
  expect(manifest.files.map((file) => file.records)).toEqual([2, 1, 1])
  expect((await readFile(path.join(directory, 'data_batch_1.bin')))[3073]).toBe(9)
  expect(progress.at(-1)).toBe(archive.length)
})

test('a connection that breaks leaves a part, and the next run goes on from there', async () => {
  const archive = tinyCifar10()
  await expect(install(archive, serving(archive, { until: 5000 }))).rejects.toThrow(/stopped at \d+ of \d+ bytes; run/)
  const [part] = await files()
  const had = (await stat(path.join(directory, part ?? ''))).size
  expect(had).toBeGreaterThan(0)
  await close()
  progress = []
  await install(archive, serving(archive))
  expect(progress[0]).toBe(had)
  expect(await files()).toContain('test_batch.bin')
})

test('a server that knows no ranges sends everything again', async () => {
  const archive = tinyCifar10()
  await writeFile(path.join(directory, 'cifar-10-binary.tar.gz.part'), archive.subarray(0, 4000))
  await install(archive, serving(archive, { ranges: false }))
  expect(progress[0]).toBe(0)
  expect(await files()).toContain('test_batch.bin')
})

test('a part that is already whole is not asked for again', async () => {
  const archive = tinyCifar10()
  await writeFile(path.join(directory, 'cifar-10-binary.tar.gz.part'), archive)
  await install(archive, (_, response) => response.writeHead(500).end())
  expect(await files()).toContain('test_batch.bin')
})

test('wrong MD5: refused and deleted', async () => {
  const archive = tinyCifar10()
  await expect(install(archive, serving(archive), { md5: '0'.repeat(32) })).rejects.toThrow(/its MD5 is .* not 0000/)
  expect(await files()).toEqual([])
})

test('a longer answer than promised: refused', async () => {
  const archive = tinyCifar10()
  await expect(install(archive, serving(archive), { size: 3000 })).rejects.toThrow(/longer than 3000 bytes/)
  expect(await files()).toEqual([])
})

test('a shorter answer than promised is told with both numbers', async () => {
  const archive = tinyCifar10()
  await expect(install(archive, serving(archive), { size: 9_999_999 })).rejects.toThrow(
    /stopped at .* of 9999999 bytes/,
  )
})

const entry = (name: string, flag = '0') => ({ name, bytes: new Uint8Array(0), flag })
test.each([
  [
    'a path upwards',
    tinyCifar10([entry('cifar-10-batches-bin/../../evil.bin')]),
    /"cifar-10-batches-bin\/\.\.\/.*outside/,
  ],
  ['an absolute path', tinyCifar10([entry('/etc/test_batch.bin')]), /"\/etc\/test_batch\.bin" points outside/],
  ['a symbolic link', tinyCifar10([entry('cifar-10-batches-bin/data_batch_5.bin', '2')]), /points outside/],
  ['a file twice', tinyCifar10([entry('again/test_batch.bin')]), /too large or there twice/],
  [
    'no test file',
    gzipSync(tar([{ name: 'data_batch_1.bin', bytes: new Uint8Array(3073) }])),
    /not CIFAR-10.*no test_batch/,
  ],
  [
    'a bad label',
    gzipSync(tar([{ name: 'test_batch.bin', bytes: new Uint8Array(3073).fill(11) }])),
    /byte 0 holds label 11/,
  ],
  [
    'a tar that is cut short',
    gzipSync(tar([{ name: 'x', bytes: new Uint8Array(2000) }]).subarray(0, 1500)),
    /middle of "x"/,
  ],
  ['a broken header', gzipSync(tar([{ name: 'x', bytes: new Uint8Array(2) }]).fill(1, 0, 1)), /checksum is wrong/],
  [
    'a gzip that is cut short',
    gzipSync(tar([{ name: 'x', bytes: new Uint8Array(2) }])).subarray(0, 40),
    /not a whole gzip/,
  ],
  ['no gzip at all', Buffer.from('<html>Sign in to the network</html>'), /not a whole gzip file/],
])('an archive with %s is refused, and what was there stays', async (_, archive, message) => {
  const kept = Buffer.alloc(3073)
  await writeFile(path.join(directory, 'test_batch.bin'), kept)
  await expect(install(archive, serving(archive))).rejects.toThrow(message)
  expect((await files()).filter((name) => !name.endsWith('.part'))).toEqual(['test_batch.bin'])
  expect(await readFile(path.join(directory, 'test_batch.bin'))).toEqual(kept)
})

test('a status that is no success is told', async () => {
  const archive = tinyCifar10()
  await expect(install(archive, (_, response) => response.writeHead(404).end())).rejects.toThrow(
    /answered with status 404/,
  )
})

test('a server that cannot be reached is told', async () => {
  const archive = tinyCifar10()
  const source = { url: 'http://127.0.0.1:9/x', size: archive.length, md5: md5Of(archive) }
  await expect(installCifar10({ directory, source, onProgress: () => {}, onUnpack: () => {} })).rejects.toThrow(
    /cannot be reached/,
  )
})

test('a server that falls silent is given up on, and the part kept', async () => {
  const archive = tinyCifar10()
  const silent: RequestListener = (_, response) => {
    response.writeHead(200, { 'content-length': archive.length })
    response.write(archive.subarray(0, 100))
  }
  await expect(install(archive, silent)).rejects.toThrow(/stopped at 100 of/)
})

test('a folder that cannot be written is told', async () => {
  const file = path.join(directory, 'a-file')
  await writeFile(file, '')
  const source = { url: 'http://127.0.0.1:9/x', size: 1, md5: '' }
  const target = path.join(file, 'data')
  await expect(installCifar10({ directory: target, source, onProgress: () => {}, onUnpack: () => {} })).rejects.toThrow(
    /cannot be written \(ENOTDIR\)/,
  )
})
