import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Backend, loadKernels, TWINS_BACKEND } from '@/lib/engine'

const BUILD = path.resolve(import.meta.dirname, '../../lib/engine/kernels/build')

/** Every way to run a network, by name: the TypeScript twins, and both builds of the kernels where this host has SIMD. */
export function loadBackends(): Record<string, Backend> {
  const kernels = {
    kernels: loadKernels(readFileSync(path.join(BUILD, 'kernels.wasm'))),
    'kernels-shared': loadKernels(readFileSync(path.join(BUILD, 'kernels-shared.wasm')), true),
  }
  const usable = Object.entries(kernels).filter(([, { kind }]) => kind === 'kernels')
  return { twins: TWINS_BACKEND, ...Object.fromEntries(usable) }
}
