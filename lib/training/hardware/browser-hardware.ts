import type { Backend } from '@/lib/engine'
import { loadKernels } from '@/lib/engine/doors/trainer'
import type { Hardware } from '@/lib/training/data/load-data'
import { loadPart } from '@/lib/training/load-part'
import { browserThreads, threadCount } from './browser-threads'

/** `rare`: whether the run calls kernels that most runs do without. */
type Loading = Partial<Record<'core' | 'rare', Promise<Hardware>>>

const loading: Loading = {}

/**
 * Kernels and threads of this browser, found out once a worker. Where it has no WebAssembly SIMD, or the server does not
 * give the files, the kernels' TypeScript twins are loaded and train instead: slower, with the same bits. Threads need an
 * isolated page. @throws MissingPartError where the server cannot be reached; the next start tries again.
 */
export function browserHardware(rare: boolean): Promise<Hardware> {
  const kernels = rare ? 'rare' : 'core'
  const begun = loading.rare ?? loading[kernels] ?? load(rare)
  loading[kernels] = begun
  begun.catch(() => {
    delete loading[kernels]
  })
  return begun
}

async function load(rare: boolean): Promise<Hardware> {
  const count = threadCount()
  const shared = count > 1
  const [core, extra] = shared
    ? [
        new URL('../../engine/kernels/build/kernels-shared.wasm', import.meta.url),
        new URL('../../engine/kernels/build/rare-kernels-shared.wasm', import.meta.url),
      ]
    : [
        new URL('../../engine/kernels/build/kernels.wasm', import.meta.url),
        new URL('../../engine/kernels/build/rare-kernels.wasm', import.meta.url),
      ]
  const backend = (await fetchKernels(core, rare ? extra : null, shared)) ?? (await loadTwins())
  return shared ? { backend, threads: { count, spawn: browserThreads() } } : { backend }
}

/** Null where these kernels cannot be had or cannot run. */
async function fetchKernels(core: URL, rare: URL | null, shared: boolean): Promise<Backend | null> {
  const [coreBytes, rareBytes] = await Promise.all([fetchBytes(core), rare && fetchBytes(rare)])
  if (coreBytes === null || (rare !== null && rareBytes === null)) return null
  return loadKernels({ core: coreBytes, rare: rareBytes }, shared)
}

async function fetchBytes(url: URL): Promise<Uint8Array | null> {
  const response = await loadPart(() => fetch(url))
  return response.ok ? new Uint8Array(await loadPart(() => response.arrayBuffer())) : null
}

const loadTwins = () => loadPart(() => import('@/lib/engine/doors/twins')).then((part) => part.TWINS_BACKEND)
