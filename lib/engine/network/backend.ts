/**
 * What runs the programs: WebAssembly kernels with their memory, or their TypeScript twins on a plain buffer. The twins
 * bring their executor along (twins/twin-executor.ts), so that whoever has kernels need not load them.
 */
import { type Executor, instantiateKernels, type KernelModules } from '../program/executor'
import { hasSimd, type KernelMemory, webAssembly } from '../program/web-assembly'
import { type Memory, viewMemory } from '../twins/memory'

/** `shared` says which build of the kernels the modules are: for memory that threads share, or not. */
export type Backend =
  | { kind: 'kernels'; modules: KernelModules; shared: boolean }
  | { kind: 'twins'; createExecutor(memory: Memory): Executor }

/** The files of a build of the kernels. `rare` is null where no run needs it. */
export interface KernelFiles {
  core: Uint8Array
  rare: Uint8Array | null
}

/**
 * Compiles kernels.wasm and rare-kernels.wasm, or the two that are named `-shared`; null where this host can run neither.
 */
export function loadKernels({ core, rare }: KernelFiles, shared = false): Backend | null {
  if (webAssembly === undefined || !hasSimd()) return null
  const { Module } = webAssembly
  return { kind: 'kernels', modules: { core: new Module(core), rare: rare && new Module(rare) }, shared }
}

const PAGE = 65_536

export interface Machine {
  memory: Memory
  executor: Executor
  /** The memory as threads are given it; null where there is none to share. */
  shared: object | null
}

/** Memory of `bytes` zeros, and something that runs programs on it. */
export function createMachine(backend: Backend, bytes: number): Machine {
  const pages = Math.ceil(bytes / PAGE)
  if (backend.kind === 'twins') {
    const memory = viewMemory(new ArrayBuffer(pages * PAGE))
    return { memory, executor: backend.createExecutor(memory), shared: null }
  }
  if (webAssembly === undefined) throw new Error('Kernels cannot run without WebAssembly.')
  const memory = new webAssembly.Memory({ initial: pages, maximum: pages, shared: backend.shared })
  const executor = instantiateKernels(webAssembly, backend.modules, memory)
  return { memory: viewMemory(memory.buffer), executor, shared: backend.shared ? memory : null }
}

/** A thread's way into memory that another one made. */
export function attachMachine(modules: KernelModules, memory: object): Machine {
  if (webAssembly === undefined) throw new Error('A thread without WebAssembly cannot join.')
  const shared = memory as KernelMemory
  return { memory: viewMemory(shared.buffer), executor: instantiateKernels(webAssembly, modules, shared), shared }
}
