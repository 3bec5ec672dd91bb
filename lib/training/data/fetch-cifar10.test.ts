import { expect, test } from 'vitest'
import { CIFAR10_RECORD_BYTES as RECORD_BYTES } from '@/lib/engine'
import { parseCifar10Listing } from './cifar10-manifest'
import { type DataPorts, fetchCifar10, fetchListing, planParts } from './fetch-cifar10'

const SIZES = { 'data_batch_1.bin': 5, 'data_batch_2.bin': 5, 'test_batch.bin': 4 }
const listing = parseCifar10Listing({
  available: true,
  files: Object.entries(SIZES).map(([name, records]) => ({ name, url: `/f/${name}`, bytes: records * RECORD_BYTES })),
  classes: [],
})
const content = (name: string, length: number) => new Uint8Array(length).map((_, i) => (i + name.length) % 256)

function ports({ cut = 0, status = 200, cache = true } = {}) {
  const asked: [string, string | undefined][] = []
  const kept = new Map<string, Response>()
  const addressOf = (key: string | { url: string }) =>
    new URL(typeof key === 'string' ? key : key.url, 'http://site.test').href
  const open = async () => ({
    keys: async () => [...kept.keys()].map((url) => ({ url })),
    match: async (key: string | { url: string }) => kept.get(addressOf(key))?.clone(),
    put: async (key: string, response: Response) => void kept.set(addressOf(key), response),
    delete: async (key: string | { url: string }) => kept.delete(addressOf(key)),
  })
  const result: DataPorts = {
    fetch: async (url, { headers }) => {
      asked.push([url, headers?.range])
      const file = listing.files.find((candidate) => candidate.url === url)
      const last = Number(headers?.range?.split('-')[1] ?? (file?.bytes ?? 0) - 1)
      return new Response(content(file?.name ?? '', last + 1 - cut), {
        status: headers && status === 200 ? 206 : status,
      })
    },
    caches: cache ? { open: open as unknown as CacheStorage['open'] } : undefined,
  }
  return { ports: result, asked, kept }
}
const signal = new AbortController().signal
const nothing = () => {}

test('only the records that are wanted are asked for, file after file', async () => {
  const { ports: p, asked } = ports()
  const progress: number[] = []
  const files = await fetchCifar10(listing, { train: 7, validation: 2 }, p, signal, (done, total) => {
    expect(total).toBe(9 * RECORD_BYTES)
    progress.push(done)
  })
  expect(asked).toEqual([
    ['/f/data_batch_1.bin', undefined],
    ['/f/data_batch_2.bin', `bytes=0-${2 * RECORD_BYTES - 1}`],
    ['/f/test_batch.bin', `bytes=0-${2 * RECORD_BYTES - 1}`],
  ])
  expect(files.map(({ name, bytes }) => [name, bytes.length / RECORD_BYTES])).toEqual([
    ['data_batch_1.bin', 5],
    ['data_batch_2.bin', 2],
    ['test_batch.bin', 2],
  ])
  expect(files[1]?.bytes).toEqual(content('data_batch_2.bin', 2 * RECORD_BYTES))
  expect(progress).toEqual([...progress].sort((a, b) => a - b))
  expect(progress.at(-1)).toBe(9 * RECORD_BYTES)
})

test('the second time nothing is fetched', async () => {
  const { ports: p, asked } = ports()
  const wanted = { train: 3, validation: 1 }
  const first = await fetchCifar10(listing, wanted, p, signal, nothing)
  expect(await fetchCifar10(listing, wanted, p, signal, nothing)).toEqual(first)
  expect(asked).toHaveLength(2)
})

test('fewer images are taken from what is kept; of more, only the longer part is kept on', async () => {
  const { ports: p, asked, kept } = ports()
  await fetchCifar10(listing, { train: 3, validation: 2 }, p, signal, nothing)
  const files = await fetchCifar10(listing, { train: 2, validation: 1 }, p, signal, nothing)
  expect(files.map(({ bytes }) => bytes.length / RECORD_BYTES)).toEqual([2, 1])
  expect(files[0]?.bytes).toEqual(content('data_batch_1.bin', 2 * RECORD_BYTES))
  expect(asked).toHaveLength(2)
  await fetchCifar10(listing, { train: 4, validation: 2 }, p, signal, nothing)
  expect(asked).toHaveLength(3)
  expect([...kept.keys()].map((key) => key.replace('http://site.test', '')).sort()).toEqual([
    `/f/data_batch_1.bin?bytes=0-${4 * RECORD_BYTES - 1}`,
    `/f/test_batch.bin?bytes=0-${2 * RECORD_BYTES - 1}`,
  ])
})

test('files that are listed no more, those of another hash, are deleted; the other listed ones stay', async () => {
  const { ports: p, kept } = ports()
  kept.set('http://site.test/old-hash/data_batch_1.bin?bytes=0-3072', new Response('old'))
  kept.set('http://site.test/f/data_batch_2.bin?bytes=0-3072', new Response('listed'))
  await fetchCifar10(listing, { train: 1, validation: 1 }, p, signal, nothing)
  expect([...kept.keys()].map((key) => new URL(key).pathname).sort()).toEqual([
    '/f/data_batch_1.bin',
    '/f/data_batch_2.bin',
    '/f/test_batch.bin',
  ])
})

test('a cache that fails in any way stops nothing', async () => {
  const fail = () => Promise.reject(new Error('no'))
  const broken = { keys: fail, match: fail, put: fail, delete: fail }
  const p: DataPorts = { ...ports().ports, caches: { open: async () => broken as unknown as Cache } }
  expect(await fetchCifar10(listing, { train: 1, validation: 1 }, p, signal, nothing)).toHaveLength(2)
})

test('without a cache it works all the same', async () => {
  const { ports: p } = ports({ cache: false })
  expect(await fetchCifar10(listing, { train: 1, validation: 1 }, p, signal, nothing)).toHaveLength(2)
})

test('more images than there are: said with both numbers', () => {
  expect(() => planParts(listing, { train: 11, validation: 1 })).toThrow(/has 10 training images .* 11 were asked/)
  expect(() => planParts(listing, { train: 1, validation: 5 })).toThrow(/has 4 test images/)
})

test('an answer that ends early names file and byte', async () => {
  const { ports: p } = ports({ cut: 100 })
  await expect(fetchCifar10(listing, { train: 1, validation: 1 }, p, signal, nothing)).rejects.toThrow(
    /data_batch_1\.bin arrived only up to byte 2973 of 3073/,
  )
})

test('a server that fails or cannot be reached is told in one sentence', async () => {
  await expect(
    fetchCifar10(listing, { train: 1, validation: 1 }, ports({ status: 404 }).ports, signal, nothing),
  ).rejects.toThrow(/status 404/)
  await expect(fetchListing(ports({ status: 500 }).ports, signal)).rejects.toThrow(/status 500/)
  const offline: DataPorts = { fetch: () => Promise.reject(new TypeError('Failed to fetch')), caches: undefined }
  await expect(fetchListing(offline, signal)).rejects.toThrow(/cannot be reached/)
})

test.each([
  [null],
  [{}],
  [{ available: true, files: [{ name: 'x', url: 'https://elsewhere.example/x', bytes: 1 }] }],
  [{ available: true, files: [{ name: 'x', url: '//elsewhere.example/x', bytes: 1 }] }],
  [{ available: true, files: [{ name: 'x', url: '/x', bytes: '1' }] }],
])('a list of files that is none is refused: %j', (value) => {
  expect(() => parseCifar10Listing(value)).toThrow(TypeError)
})
