import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Backend, loadKernels, TWINS_BACKEND } from '@/lib/engine'

const BUILD = path.join(process.cwd(), 'lib/engine/kernels/build')

const loaded = new Map<boolean, Backend>()

/**
 * The kernels as `npm start` and `npm run build:kernels` leave them, for memory that threads share or not; read once.
 * Run from the project's root.
 */
export function nodeBackend(shared = false): Backend {
  const known = loaded.get(shared)
  if (known !== undefined) return known
  const read = (name: string) => readFileSync(path.join(BUILD, `${name}${shared ? '-shared' : ''}.wasm`))
  const backend = loadKernels({ core: read('kernels'), rare: read('rare-kernels') }, shared) ?? TWINS_BACKEND
  loaded.set(shared, backend)
  return backend
}
