import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { listen, md5Of, tinyCifar10 } from '@/lib/datasets/install/testing-archive'

const archive = tinyCifar10()
let directory: string
let server: { url: string; close: () => Promise<void> }

beforeAll(async () => {
  directory = path.join(await mkdtemp(path.join(inject('testFolder'), 'data-cifar10-')), 'made', 'on-demand')
  server = await listen((_, response) => response.end(archive))
})
afterAll(() => server.close())

function command(...options: string[]): Promise<{ code: number | null; output: string; error: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/data-cifar10.ts', ...options])
  let output = ''
  let error = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (error += chunk))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output, error: error.trim() })))
}

const mirror = () => ['--url', server.url, '--size', String(archive.length), '--dir', directory]

test('npm run data:cifar10 fetches, shows how far it is and says what is there', async () => {
  const { code, output } = await command(...mirror(), '--md5', md5Of(archive))
  expect(output).toMatch(/100 % {2}0\.0 of 0\.0 MB\nChecked\. Unpacking …\nCIFAR-10 is in .*: 3 files, 4 images\.\n$/)
  expect(code).toBe(0)
  expect(existsSync(path.join(directory, 'test_batch.bin'))).toBe(true)
})

test.each([
  [['--md5', '0'.repeat(32)], /^http.* is not the expected archive: its MD5 is [^\n]*$/],
  [['--md5', 'short'], /^--md5 must be 32 hex digits, not "short"\.$/],
  [['--size', '1e99'], /^--size must be a number of bytes, not "1e99"\.$/],
  [['--url', 'ftp://example.org/x'], /^--url must be an http\(s\) address[^\n]*$/],
  [['--folder', 'x'], /^Unknown option '--folder'[^\n]*--dir\.$/],
])('npm run data:cifar10 %j fails with one sentence', async (options, message) => {
  const { code, error } = await command(...mirror(), ...options)
  expect(error).toMatch(message)
  expect(code).toBe(1)
})
