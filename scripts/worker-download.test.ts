/**
 * How much a page's trainer worker downloads before it trains the reference CNN: its script and the core kernels, gzipped,
 * from the build that pages get. What drags a part of the engine in that such a run does not need is named. That a browser
 * asks for just these files is seen by e2e/trainer-files.spec.ts.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { type OutputChunk, rolldown } from 'rolldown'
import { expect, test } from 'vitest'
import { WORKER_BUNDLE } from './start/worker.mjs'

const KERNELS = path.join('lib/engine/kernels/build/kernels-shared.wasm')
/** What the engine may weigh in all; beside it are some 30,000 of scripts and 9,400 of kernels. */
const LIMIT = 40_000

async function bundleWorker(): Promise<OutputChunk[]> {
  const { output: options, ...input } = WORKER_BUNDLE
  const bundle = await rolldown(input)
  const { output } = await bundle.generate(options)
  await bundle.close()
  return output.filter((file) => file.type === 'chunk')
}

test('what a worker loads for the reference CNN stays small: scripts and kernels, gzipped', async () => {
  const chunks = new Map((await bundleWorker()).map((chunk) => [chunk.fileName, chunk]))
  const entry = [...chunks.values()].find(({ isEntry }) => isEntry)
  const loaded = new Set(entry ? [entry.fileName] : [])
  for (const name of loaded) for (const next of chunks.get(name)?.imports ?? []) loaded.add(next)
  const modules = [...loaded].flatMap((name) => Object.keys(chunks.get(name)?.modules ?? {}))
  expect(modules.some((name) => name.endsWith('training/build-trainer.ts'))).toBe(true)
  const needless =
    /lib\/engine\/(twins\/(?!memory)|expressions\/(?!block-program)|autograd|probes|spec\/check|data\/(made|own))/
  expect(modules.filter((name) => needless.test(name))).toEqual([])
  const scripts = [...loaded].reduce((sum, name) => sum + gzipped(chunks.get(name)?.code ?? ''), 0)
  expect(scripts).toBeGreaterThan(10_000)
  expect(scripts + gzipped(readFileSync(KERNELS))).toBeLessThan(LIMIT)
})

function gzipped(content: string | Uint8Array): number {
  return gzipSync(content, { level: 9 }).length
}
