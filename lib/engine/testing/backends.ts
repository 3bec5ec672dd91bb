import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Backend, loadKernels, TWINS_BACKEND } from '../network/backend'

const BUILD = path.join(import.meta.dirname, '../kernels/build')

/** Every way to run a program, by name: one contract test runs against all of them. */
export const BACKENDS: Record<'twins' | 'kernels' | 'kernels-shared', Backend> = {
  twins: TWINS_BACKEND,
  kernels: loadKernels(readFileSync(path.join(BUILD, 'kernels.wasm'))),
  'kernels-shared': loadKernels(readFileSync(path.join(BUILD, 'kernels-shared.wasm')), true),
}
