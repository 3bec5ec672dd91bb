/** Runs stretches of programs that lie in the arena: here by the WebAssembly kernels, in twins/ by their twins. */
import { KERNEL_NAMES, KERNEL_TABLE_FINGERPRINT } from './kernel-table'
import type { KernelMemory, KernelModule, WebAssemblyApi } from './web-assembly'

export interface Executor {
  /** Runs the words from byte address `start` to `end`; `context` is the address of the bases and the count. */
  execute(start: number, end: number, context: number): void
}

/** The kernels as they are compiled: what most runs call, and the rest where it is needed. Threads are sent them. */
export interface KernelModules {
  core: KernelModule
  rare: KernelModule | null
}

/** What each of the two modules exports, as far as the engine calls it directly. */
interface KernelExports {
  /** Runs from `start` on; the answer is `end`, or the address of the first call of a kernel that the module has not. */
  execute(start: number, end: number, context: number): number
  fingerprint: { value: number }
}

/** The modules must import `env.memory` and be built for a memory of this kind (shared or not). */
export function instantiateKernels(api: WebAssemblyApi, modules: KernelModules, memory: KernelMemory): Executor {
  const abort = () => {
    throw new Error('A kernel aborted.')
  }
  const instantiate = (module: KernelModule, core: object): KernelExports => {
    const exported = new api.Instance(module, { env: { memory, abort }, core }).exports as KernelExports
    if (exported.fingerprint?.value !== KERNEL_TABLE_FINGERPRINT) {
      throw new Error('The kernels were built for another version of the engine: run npm run build:kernels.')
    }
    return exported
  }
  const core = instantiate(modules.core, {})
  const rare = modules.rare && instantiate(modules.rare, core)
  return {
    execute(start, end, context) {
      let at = core.execute(start, end, context)
      while (at < end) {
        const reached = rare === null ? at : rare.execute(at, end, context)
        if (reached === at) throw new Error(`No kernel was loaded for ${nameAt(memory, at)}.`)
        at = core.execute(reached, end, context)
      }
    },
  }
}

function nameAt({ buffer }: KernelMemory, address: number): string {
  const code = new Int32Array(buffer)[address >> 2] as number
  return KERNEL_NAMES[code] ?? `operation ${code}`
}
