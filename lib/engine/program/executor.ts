/** Runs stretches of programs that lie in the arena: here by the WebAssembly kernels, in twins/ by their twins. */
import type { KernelMemory, KernelModule, WebAssemblyApi } from './web-assembly'

export interface Executor {
  /** Runs the words from byte address `start` to `end`; `context` is the address of the bases and the count. */
  execute(start: number, end: number, context: number): void
}

/** What the kernels' module exports, as far as the engine calls it directly. */
export interface KernelExports {
  execute(start: number, end: number, context: number): void
}

/** The module must import `env.memory` and be built for a memory of this kind (shared or not). */
export function instantiateKernels(api: WebAssemblyApi, module: KernelModule, memory: KernelMemory): Executor {
  const instance = new api.Instance(module, {
    env: {
      memory,
      abort() {
        throw new Error('A kernel aborted.')
      },
    },
  })
  return instance.exports as KernelExports
}
