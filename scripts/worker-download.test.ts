/**
 * How much a page's trainer worker downloads before it trains the reference CNN: its scripts, without what it loads on
 * demand, and the kernels. Bundled by vite, which packs a little tighter than the production build (see
 * docs/decisions/014), in order to notice what drags a part of the engine in that such a run does not need.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Rollup } from 'vite'
import { expect, test } from 'vitest'

const root = process.cwd()
const KERNELS = path.join(root, 'lib/engine/kernels/build/kernels-shared.wasm')
const LIMITS = { scripts: 29_400, kernels: 16_000 }

async function bundleWorker(): Promise<Rollup.OutputChunk[]> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: [{ find: /^@\//, replacement: `${root}/` }] },
    build: {
      write: false,
      minify: true,
      modulePreload: false,
      assetsInlineLimit: 0,
      rollupOptions: { input: path.join(root, 'lib/training/trainer.worker.ts') },
    },
    worker: { format: 'es' },
  })
  return ([built].flat() as Rollup.RollupOutput[])
    .flatMap(({ output }) => output)
    .filter((file): file is Rollup.OutputChunk => file.type === 'chunk')
}

test('what a worker loads for the reference CNN stays small: scripts and kernels, gzipped', async () => {
  const chunks = new Map((await bundleWorker()).map((chunk) => [chunk.fileName, chunk]))
  const entry = [...chunks.values()].find(({ isEntry }) => isEntry)
  const loaded = new Set(entry ? [entry.fileName] : [])
  for (const name of loaded) for (const next of chunks.get(name)?.imports ?? []) loaded.add(next)
  const modules = [...loaded].flatMap((name) => Object.keys(chunks.get(name)?.modules ?? {}))
  expect(modules.some((name) => name.endsWith('training/build-trainer.ts'))).toBe(true)
  const needless = /lib\/engine\/(twins\/(?!memory)|expressions\/(?!block-program)|probes|spec\/check|data\/(made|own))/
  expect(modules.filter((name) => needless.test(name))).toEqual([])
  const scripts = [...loaded].reduce((sum, name) => sum + gzipped(chunks.get(name)?.code ?? ''), 0)
  expect(scripts).toBeGreaterThan(10_000)
  expect(scripts).toBeLessThan(LIMITS.scripts)
  expect(gzipped(readFileSync(KERNELS))).toBeLessThan(LIMITS.kernels)
})

function gzipped(content: string | Uint8Array): number {
  return gzipSync(content, { level: 9 }).length
}
