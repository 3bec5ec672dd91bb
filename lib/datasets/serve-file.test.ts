import { mkdtemp, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, expect, inject, test } from 'vitest'
import type { FoundFile } from './cifar10-files'
import { serveFile } from './serve-file'

const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i % 256)
let file: FoundFile

beforeAll(async () => {
  const place = path.join(await mkdtemp(path.join(inject('testFolder'), 'serve-')), 'x.bin')
  await writeFile(place, bytes)
  file = { name: 'x.bin', path: place, bytes: 1000, records: 0, sha256: 'abc', modifiedAt: 0 }
})

const ask = (headers: Record<string, string> = {}, method = 'GET') =>
  serveFile(new Request('http://localhost/x.bin', { method, headers }), file)
const body = async (response: Response) => new Uint8Array(await response.arrayBuffer())

test('the whole file, cacheable for ever, for this origin only', async () => {
  const response = ask()
  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-length': '1000',
    'cross-origin-resource-policy': 'same-origin',
    etag: '"abc"',
  })
  expect(await body(response)).toEqual(bytes)
})

test.each([
  ['bytes=0-9', 0, 10],
  ['bytes=990-', 990, 1000],
  ['bytes=-7', 993, 1000],
  ['bytes=500-99999', 500, 1000],
])('range %s', async (range, from, to) => {
  const response = ask({ range })
  expect(response.status).toBe(206)
  expect(response.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/1000`)
  expect(response.headers.get('content-length')).toBe(String(to - from))
  expect(await body(response)).toEqual(bytes.subarray(from, to))
})

test('a range beyond the end: 416 with the length', () => {
  const response = ask({ range: 'bytes=1000-' })
  expect(response.status).toBe(416)
  expect(response.headers.get('content-range')).toBe('bytes */1000')
})

test.each(['"abc"', 'W/"abc"', '"zzz", "abc"', '*'])('If-None-Match %s: 304 without a body', async (tag) => {
  const response = ask({ 'if-none-match': tag, range: 'bytes=0-1' })
  expect(response.status).toBe(304)
  expect(await response.text()).toBe('')
})

test('If-Range of another version: the whole file', () => {
  expect(ask({ range: 'bytes=0-9', 'if-range': '"old"' }).status).toBe(200)
  expect(ask({ range: 'bytes=0-9', 'if-range': '"abc"' }).status).toBe(206)
})

test('HEAD: the headers of GET, no body', async () => {
  const response = ask({ range: 'bytes=0-9' }, 'HEAD')
  expect(response.status).toBe(206)
  expect(response.headers.get('content-length')).toBe('10')
  expect(response.body).toBeNull()
})
