import { Sha256 } from './sha256'

/** SHA-256 (hex) over the numbers of all arrays in order, as little-endian float32; every NaN counts as 0x7fc00000. */
export function hashFloats(arrays: readonly ArrayLike<number>[]): string {
  const hash = new Sha256()
  const bytes = new Uint8Array(4096)
  const view = new DataView(bytes.buffer)
  for (const values of arrays) {
    for (let start = 0; start < values.length; start += 1024) {
      const count = Math.min(1024, values.length - start)
      for (let i = 0; i < count; i++) {
        const value = values[start + i] as number
        if (Number.isNaN(value)) view.setUint32(4 * i, 0x7fc00000, true)
        else view.setFloat32(4 * i, value, true)
      }
      hash.update(bytes.subarray(0, 4 * count))
    }
  }
  return hash.hex()
}
