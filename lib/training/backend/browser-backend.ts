import { type Backend, loadKernels, TWINS_BACKEND } from '@/lib/engine'

let loading: Promise<Backend> | undefined

/**
 * The kernels, fetched and compiled once a worker. Where the browser has no WebAssembly SIMD, or the file cannot be had,
 * their TypeScript twins train instead: slower, with the same bits.
 */
export function browserBackend(): Promise<Backend> {
  loading ??= load().catch(() => TWINS_BACKEND)
  return loading
}

async function load(): Promise<Backend> {
  const response = await fetch(new URL('../../engine/kernels/build/kernels.wasm', import.meta.url))
  if (!response.ok) throw new Error(`kernels.wasm: status ${response.status}`)
  return loadKernels(new Uint8Array(await response.arrayBuffer()))
}
