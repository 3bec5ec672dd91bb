import { mkdtemp, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, expect, inject, test, vi } from 'vitest'
import type { Cifar10Manifest } from '@/lib/datasets/cifar10-manifest'
import { GET as getFile, HEAD as headFile } from './[sha256]/[file]/route'
import { GET as getManifest } from './route'

const folder = vi.hoisted(() => ({ path: '', fault: undefined as Error | undefined }))
vi.mock('@/lib/env', () => ({
  env: () => {
    if (folder.fault) throw folder.fault
    return { CIFAR10_DIR: folder.path }
  },
}))

const bytes = new Uint8Array(3073 * 4).map((_, i) => i % 10)

beforeAll(async () => {
  folder.path = await mkdtemp(path.join(inject('testFolder'), 'cifar10-'))
  await writeFile(path.join(folder.path, 'data_batch_1.bin'), new Uint8Array(3073 * 2))
  await writeFile(path.join(folder.path, 'data_batch_2.bin'), new Uint8Array(3000))
  await writeFile(path.join(folder.path, 'test_batch.bin'), new Uint8Array(3073))
  await writeFile(path.join(folder.path, 'secret.txt'), bytes)
})

const askManifest = () =>
  getManifest(new Request('http://localhost/api/datasets/cifar10'), { params: Promise.resolve({}) })

async function manifest(): Promise<Cifar10Manifest> {
  return (await askManifest()).json()
}

function ask(sha256: string, file: string, headers: Record<string, string> = {}, method = 'GET') {
  const request = new Request(`http://localhost/api/datasets/cifar10/${sha256}/${file}`, { method, headers })
  return (method === 'HEAD' ? headFile : getFile)(request, { params: Promise.resolve({ sha256, file }) })
}

test('the manifest lists what may be fetched, and says what was refused', async () => {
  const { available, files, problem } = await manifest()
  expect(available).toBe(true)
  expect(files.map((file) => file.name)).toEqual(['data_batch_1.bin', 'test_batch.bin'])
  expect(problem).toMatch(/data_batch_2\.bin: it is cut short/)
  expect((await askManifest()).headers.get('cache-control')).toBe('no-store')
})

test('every file of the manifest can be fetched at its address, whole and in part', async () => {
  for (const { name, sha256, bytes: length } of (await manifest()).files) {
    const whole = await ask(sha256, name)
    expect(whole.status).toBe(200)
    expect(whole.headers.get('cache-control')).toMatch(/immutable/)
    expect((await whole.arrayBuffer()).byteLength).toBe(length)
    const part = await ask(sha256, name, { range: 'bytes=0-3072' })
    expect(part.status).toBe(206)
    expect((await part.arrayBuffer()).byteLength).toBe(3073)
    expect(part.headers.get('content-range')).toBe(`bytes 0-3072/${length}`)
    const head = await ask(sha256, name, {}, 'HEAD')
    expect([head.status, head.headers.get('content-length'), head.body]).toEqual([200, String(length), null])
    expect((await ask(sha256, name, { 'if-none-match': `"${sha256}"` })).status).toBe(304)
  }
})

test('everything else is a 404 that says where to look', async () => {
  const sha256 = (await manifest()).files[0]?.sha256 ?? ''
  const wrong = [
    ['0'.repeat(64), 'data_batch_1.bin'],
    [sha256, 'test_batch.bin'],
    [sha256, 'data_batch_2.bin'],
    [sha256, 'data_batch_3.bin'],
    [sha256, 'secret.txt'],
    [sha256, '../secret.txt'],
    [sha256, '..%2fsecret.txt'],
    [sha256, '/etc/passwd'],
    ['..', 'data_batch_1.bin'],
    ['', ''],
  ] as const
  for (const [hash, name] of wrong) {
    const response = await ask(hash, name)
    expect([hash, name, response.status]).toEqual([hash, name, 404])
    expect(await response.json()).toMatchObject({ error: { message: expect.stringMatching(/cifar10/) } })
    expect(response.headers.get('cache-control')).toBe('no-store')
  }
})

test('a fault of ours is a sentence with an id, on both routes', async () => {
  folder.fault = new Error('planted')
  const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const answers = await Promise.all([askManifest(), ask('0'.repeat(64), 'test_batch.bin')])
  log.mockRestore()
  folder.fault = undefined
  for (const answer of answers) {
    expect(answer.status).toBe(500)
    expect(await answer.json()).toEqual({ error: { message: expect.any(String), id: expect.any(String) } })
  }
})
