import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Backend, loadKernels } from '../network/backend'
import { TWINS_BACKEND } from '../twins/twin-executor'

const BUILD = path.join(import.meta.dirname, '../kernels/build')

/** Every way to run a program, by name: one contract test runs against all of them. */
export const BACKENDS: Record<'twins' | 'kernels' | 'kernels-shared', Backend> = {
  twins: TWINS_BACKEND,
  kernels: read(false),
  'kernels-shared': read(true),
}

function read(shared: boolean): Backend {
  const file = (name: string) => readFileSync(path.join(BUILD, `${name}${shared ? '-shared' : ''}.wasm`))
  const backend = loadKernels({ core: file('kernels'), rare: file('rare-kernels') }, shared)
  if (backend === null) throw new Error('These tests need a Node whose WebAssembly has SIMD.')
  return backend
}
