import type { Backend } from '@/lib/engine'
import { loadKernels } from '@/lib/engine/doors/trainer'
import type { Hardware } from '@/lib/training/data/load-data'
import { browserThreads, threadCount } from './browser-threads'

let loading: Promise<Hardware> | undefined

/**
 * Kernels and threads of this browser, found out once a worker. Where it has no WebAssembly SIMD, or the file cannot be
 * had, the kernels' TypeScript twins are loaded and train instead: slower, with the same bits. Threads need an isolated
 * page.
 */
export function browserHardware(): Promise<Hardware> {
  loading ??= load()
    .catch(() => null)
    .then(async (hardware) => hardware ?? { backend: (await import('@/lib/engine/doors/twins')).TWINS_BACKEND })
    .catch((error) => {
      // Neither could be had: the next start tries again.
      loading = undefined
      throw error
    })
  return loading
}

async function load(): Promise<Hardware | null> {
  const count = threadCount()
  if (count === 1) {
    const url = new URL('../../engine/kernels/build/kernels.wasm', import.meta.url)
    const backend = await fetchKernels(url, false)
    return backend && { backend }
  }
  const url = new URL('../../engine/kernels/build/kernels-shared.wasm', import.meta.url)
  const backend = await fetchKernels(url, true)
  return backend && { backend, threads: { count, spawn: browserThreads() } }
}

async function fetchKernels(url: URL, shared: boolean): Promise<Backend | null> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url.pathname}: status ${response.status}`)
  return loadKernels(new Uint8Array(await response.arrayBuffer()), shared)
}
