import { type Backend, loadKernels, TWINS_BACKEND } from '@/lib/engine'
import type { Hardware } from '@/lib/training/data/load-data'
import { browserThreads, threadCount } from './browser-threads'

let loading: Promise<Hardware> | undefined

/**
 * Kernels and threads of this browser, found out once a worker. Where it has no WebAssembly SIMD, or the file cannot be
 * had, the kernels' TypeScript twins train instead: slower, with the same bits. Threads need an isolated page.
 */
export function browserHardware(): Promise<Hardware> {
  loading ??= load().catch(() => ({ backend: TWINS_BACKEND }))
  return loading
}

async function load(): Promise<Hardware> {
  const count = threadCount()
  if (count === 1) {
    const url = new URL('../../engine/kernels/build/kernels.wasm', import.meta.url)
    return { backend: await fetchKernels(url, false) }
  }
  const url = new URL('../../engine/kernels/build/kernels-shared.wasm', import.meta.url)
  return { backend: await fetchKernels(url, true), threads: { count, spawn: browserThreads() } }
}

async function fetchKernels(url: URL, shared: boolean): Promise<Backend> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url.pathname}: status ${response.status}`)
  return loadKernels(new Uint8Array(await response.arrayBuffer()), shared)
}
