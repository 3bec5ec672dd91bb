import type { Memory } from './memory'

/**
 * Twin of lib/engine/kernels/gather.ts: copies the examples of a chunk into the map that the network reads; each index
 * is followed by a word that says how the image is augmented.
 */
export function gather(
  { f32, i32, u8 }: Memory,
  source: number,
  indices: number,
  x: number,
  block: number,
  count: number,
): void {
  const of = (field: number) => i32[(source >> 2) + field] as number
  const at = (field: number) => i32[(block >> 2) + field] as number
  const [rows, floats, channels] = [at(0), at(1), at(4)]
  const columns = floats / channels
  const bytes = of(1) === 1
  const size = bytes ? 1 : 4
  const read = (address: number, channel: number) =>
    bytes ? (f32[(of(3) >> 2) + channel * 256 + (u8[address] as number)] as number) : (f32[address >> 2] as number)
  for (let n = 0; n < count; n++) {
    const example = of(0) + (i32[(indices >> 2) + 2 * n] as number) * of(2)
    const change = i32[(indices >> 2) + 2 * n + 1] as number
    const mirrored = (change & 1) !== 0
    const right = change === 0 ? 0 : ((change >> 8) & 255) - 128
    const down = change === 0 ? 0 : ((change >> 16) & 255) - 128
    for (let r = 0; r < rows; r++) {
      let to = (x + n * at(2) + r * at(3)) >> 2
      const row = r - down
      for (let c = 0; c < columns; c++) {
        const shifted = c - right
        const inside = row >= 0 && row < rows && shifted >= 0 && shifted < columns
        const column = mirrored ? columns - 1 - shifted : shifted
        const from = example + (row * columns + column) * channels * size
        for (let k = 0; k < channels; k++) f32[to++] = inside ? read(from + k * size, k) : 0
      }
    }
  }
}
