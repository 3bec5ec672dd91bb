import process from 'node:process'
import { kernelsAreCurrent } from '../kernels/stamp.mjs'
import { runStep } from './step.mjs'

/** Builds the engine's WebAssembly kernels where a source of theirs changed. */
export async function buildKernels() {
  if (kernelsAreCurrent()) return
  await runStep('building the engine’s kernels', process.execPath, ['--import', 'tsx', 'scripts/build-kernels.ts'], {
    explains: true,
  })
}
