/**
 * Bundles the trainer's worker, apart from the pages: what it loads is what a learner waits for before the first step,
 * and a bundle of its own is a quarter smaller than what Turbopack makes of the same files (docs/decisions/017). Writes
 * public/engine, and where the worker lies to lib/training/build. Not here: what the worker does (lib/training).
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, say } from './step.mjs'

const ENTRY = path.join(root, 'lib/training/trainer.worker.ts')
const PUBLIC = path.join(root, 'public/engine')
const BUILD = path.join(root, 'lib/training/build')
const ADDRESS = path.join(BUILD, 'trainer-address.ts')
const STAMP = path.join(BUILD, 'stamp')
const LEFT_OUT = /\.(test|verify)\.ts$/

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath !== BUILD && !LEFT_OUT.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

function fingerprint() {
  const hash = createHash('sha256')
  const folders = ['lib/engine', 'lib/training', 'lib/experiment'].map((folder) => path.join(root, folder))
  const others = [import.meta.filename, path.join(root, 'node_modules/rolldown/package.json')]
  for (const file of [...folders.flatMap(filesUnder), ...others]) {
    hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** Tells the page's code where the worker lies: its name has its contents' hash, so a browser may keep it for ever. */
const addressWriter = {
  name: 'trainer-address',
  writeBundle(_, bundle) {
    const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
    const text = `// Written by scripts/start/worker.mjs.\nexport const TRAINER_ADDRESS = '/engine/${entry.fileName}'\n`
    mkdirSync(BUILD, { recursive: true })
    if (!existsSync(ADDRESS) || readFileSync(ADDRESS, 'utf8') !== text) writeFileSync(ADDRESS, text)
  },
}

/** What rolldown is told; `output` is what it is told of the files that it writes. */
export const WORKER_BUNDLE = {
  input: ENTRY,
  cwd: root,
  resolve: { alias: { '@': root } },
  // As old as the browsers that Next builds the pages for.
  transform: { target: ['chrome111', 'firefox111', 'safari16.4'] },
  experimental: { resolveNewUrlToAsset: true },
  output: {
    dir: PUBLIC,
    format: 'esm',
    minify: true,
    cleanDir: true,
    entryFileNames: 'trainer-[hash].js',
    chunkFileNames: '[name]-[hash].js',
    assetFileNames: '[name]-[hash][extname]',
  },
}

/** Builds the worker where a source of it changed. */
export async function buildWorker() {
  const wanted = fingerprint()
  if ([STAMP, ADDRESS, PUBLIC].every(existsSync) && readFileSync(STAMP, 'utf8') === wanted) return
  const since = Date.now()
  const { build } = await import('rolldown')
  await build({ ...WORKER_BUNDLE, plugins: [addressWriter] })
  writeFileSync(STAMP, wanted)
  say(`building the trainer’s worker: done in ${((Date.now() - since) / 1000).toFixed(1)} s`)
}

/** Builds it, and again whenever a source of it is saved, for as long as this process lives. */
export async function watchWorker() {
  const { watch } = await import('rolldown')
  // What it leaves behind may be of sources that are changed back while nobody watches.
  rmSync(STAMP, { force: true })
  const watcher = watch({ ...WORKER_BUNDLE, plugins: [addressWriter] })
  await new Promise((built) => {
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') console.error(event.error.message)
      if (event.code === 'END') built()
    })
  })
}
