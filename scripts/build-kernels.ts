/**
 * Builds the engine's kernels: lib/engine/kernels/**.ts (AssemblyScript) and what scripts/kernels writes become
 * lib/engine/kernels/build/kernels.wasm and rare-kernels.wasm, for memory of one thread, and the same with -shared, for
 * memory that threads share. Does nothing where they are newer than their sources. Needs nothing but what npm installed.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import asc from 'assemblyscript/asc'
import { dispatcherSource } from './kernels/dispatcher'
import { laneSources } from './kernels/lanes.mjs'
import { BUILD, KERNELS, kernelsAreCurrent, kernelsFingerprint, STAMP } from './kernels/stamp.mjs'
import { tileSource } from './kernels/tiles.mjs'

const OPTIONS = [
  ...['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--enable', 'bulk-memory'],
  ...['--importMemory', '--initialMemory', '2', '--maximumMemory', '65536'],
]

const SHARED = ['--enable', 'threads', '--sharedMemory']
/** Each module's constants lie in a half of their own of the 64 kB in front of the arena. */
const MODULES = [
  { entry: 'index.ts', name: 'kernels', options: [] },
  { entry: 'rare.ts', name: 'rare-kernels', options: ['--memoryBase', '32768'] },
]

async function compile(entry: string, name: string, options: string[]): Promise<void> {
  const outFile = path.join('lib/engine/kernels/build', name)
  const { error, stderr } = await asc.main([
    path.join('lib/engine/kernels', entry),
    '-o',
    outFile,
    ...OPTIONS,
    ...options,
  ])
  if (error !== null) throw new Error(`The kernels do not compile:\n${stderr.toString()}`)
}

function writeSources(): void {
  const sources = [
    { path: 'build/tiles.ts', text: tileSource() },
    { path: 'build/execute-core.ts', text: dispatcherSource('core') },
    { path: 'build/execute-rare.ts', text: dispatcherSource('rare') },
    ...laneSources(),
  ]
  for (const source of sources) {
    const file = path.join(KERNELS, source.path)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, source.text)
  }
}

process.chdir(path.join(import.meta.dirname, '..'))
if (kernelsAreCurrent()) console.log('the kernels are up to date')
else {
  rmSync(BUILD, { recursive: true, force: true })
  writeSources()
  for (const { entry, name, options } of MODULES) {
    await compile(entry, `${name}.wasm`, options)
    await compile(entry, `${name}-shared.wasm`, [...options, ...SHARED])
  }
  writeFileSync(STAMP, kernelsFingerprint())
}
