/**
 * What runs the programs: WebAssembly kernels with their memory, or their TypeScript twins on a plain buffer. The twins
 * bring their executor along (twins/twin-executor.ts), so that whoever has kernels need not load them.
 */
import { type Executor, instantiateKernels } from '../program/executor'
import { hasSimd, type KernelMemory, type KernelModule, webAssembly } from '../program/web-assembly'
import { type Memory, viewMemory } from '../twins/memory'

/** `shared` says which build of the kernels `module` is: for memory that threads share, or not. */
export type Backend =
  | { kind: 'kernels'; module: KernelModule; shared: boolean }
  | { kind: 'twins'; createExecutor(memory: Memory): Executor }

/** Compiles kernels.wasm, or kernels-shared.wasm where `shared`; null where this host can run neither. */
export function loadKernels(bytes: Uint8Array, shared = false): Backend | null {
  if (webAssembly === undefined || !hasSimd()) return null
  return { kind: 'kernels', module: new webAssembly.Module(bytes), shared }
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
  const executor = instantiateKernels(webAssembly, backend.module, memory)
  return { memory: viewMemory(memory.buffer), executor, shared: backend.shared ? memory : null }
}

/** A thread's way into memory that another one made. */
export function attachMachine(module: KernelModule, memory: object): Machine {
  if (webAssembly === undefined) throw new Error('A thread without WebAssembly cannot join.')
  const shared = memory as KernelMemory
  return { memory: viewMemory(shared.buffer), executor: instantiateKernels(webAssembly, module, shared), shared }
}
