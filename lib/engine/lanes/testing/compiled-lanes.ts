import { webAssembly } from '../../program/web-assembly'
import { type Memory, viewMemory } from '../../twins/memory'

type Loop = (...values: number[]) => void

/** The module that scripts/kernels/compile-lanes.mjs writes, on a memory of one megabyte. */
export function instantiateLanes(wasm: Uint8Array): { memory: Memory; loop: (name: string) => Loop } {
  if (webAssembly === undefined) throw new Error('This host has no WebAssembly.')
  const memory = new webAssembly.Memory({ initial: 16, maximum: 16, shared: false })
  const abort = () => {
    throw new Error('Lane code aborted.')
  }
  const instance = new webAssembly.Instance(new webAssembly.Module(wasm), { env: { memory, abort } })
  const loops = instance.exports as Record<string, Loop | undefined>
  return {
    memory: viewMemory(memory.buffer),
    loop(name) {
      const found = loops[name]
      if (found === undefined) throw new Error(`There is no ${name} among ${Object.keys(loops).join(', ')}.`)
      return found
    },
  }
}

/** The bits of float32 numbers; every NaN counts as the same. */
export function bitsOf(floats: Float32Array): Uint32Array {
  const words = new Uint32Array(floats.buffer, floats.byteOffset, floats.length)
  return Uint32Array.from(words, (word) => ((word & 0x7fffffff) > 0x7f800000 ? 0x7fc00000 : word))
}

/** The first x at which two results differ, if any, and by what. */
export function firstDifference(xs: Float32Array, a: Float32Array, b: Float32Array): string | null {
  const [left, right] = [bitsOf(a), bitsOf(b)]
  const at = left.findIndex((word, i) => word !== right[i])
  return at < 0 ? null : `at x = ${xs[at]}: ${a[at]} against ${b[at]}`
}
