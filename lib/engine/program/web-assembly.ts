/**
 * The part of the JavaScript API for WebAssembly that the engine uses. Its types belong to the browser's library, which
 * the engine does without; Node and browsers have the same objects.
 * https://webassembly.github.io/spec/js-api/
 */
export interface WebAssemblyApi {
  validate(bytes: Uint8Array): boolean
  Module: new (bytes: Uint8Array) => KernelModule
  Memory: new (limits: { initial: number; maximum: number; shared: boolean }) => KernelMemory
  Instance: new (module: KernelModule, imports: Record<string, object>) => { exports: unknown }
}

/** Compiled kernels: structured-cloneable, so that threads share them. */
export type KernelModule = object

export interface KernelMemory {
  readonly buffer: ArrayBuffer | SharedArrayBuffer
}

/** Undefined where the host has none. */
export const webAssembly = (globalThis as { WebAssembly?: WebAssemblyApi }).WebAssembly

// A module whose one function counts the bits of sixteen bytes: (i8x16.popcnt (i8x16.splat (i32.const 0))).
const SIMD_PROBE = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0],
  ...[10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11],
)

/** Whether this host can run the kernels: it has WebAssembly with SIMD128. */
export function hasSimd(): boolean {
  return webAssembly?.validate(SIMD_PROBE) ?? false
}
