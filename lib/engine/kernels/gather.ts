// Copies the examples of a chunk from the data set into the map that the network reads.

import { field, step } from './geometry'

/** Fields of a source block: where the examples lie, and how. KIND 0: float32; 1: bytes that index a table a channel. */
const ADDRESS: usize = 0
const KIND: usize = 4
const EXAMPLE_BYTES: usize = 8
const LEVELS: usize = 12

/** Fields of a block of the map: rows × floats a row, channels. */
const ROWS: usize = 0
const ROW_FLOATS: usize = 4
const X_IMAGE: usize = 8
const X_ROW: usize = 12
const CHANNELS: usize = 16

/** The same for short rows of features, which nothing augments. */
function gatherRows(source: usize, indices: usize, x: usize, floats: i32, image: usize, count: i32): void {
  const address = step(source, ADDRESS), exampleBytes = step(source, EXAMPLE_BYTES)
  for (let n = 0; n < count; n++) {
    const from = address + <usize>load<u32>(indices) * exampleBytes
    for (let i: usize = 0; i < <usize>floats * 4; i += 4) store<f32>(x + i, load<f32>(from + i))
    indices += 8
    x += image
  }
}

/**
 * x[i] = example indices[i]. Bytes are [height, width, channels]; `levels` holds 256 float32 a channel. Each index is
 * followed by a word that says how the image is augmented: bit 0 mirrors it, bits 8–15 and 16–23 shift it right and down
 * by their value − 128; what comes in from outside is 0.
 */
export function gather(source: usize, indices: usize, x: usize, block: usize, count: i32): void {
  const rows = field(block, ROWS), floats = field(block, ROW_FLOATS), channels = field(block, CHANNELS)
  const columns = floats / channels
  const bytes = field(source, KIND) == 1
  const size: usize = bytes ? 1 : 4
  const levels = step(source, LEVELS)
  if (rows == 1 && !bytes) return gatherRows(source, indices, x, floats, step(block, X_IMAGE), count)
  for (let n: usize = 0; n < <usize>count; n++) {
    const example = step(source, ADDRESS) + <usize>load<u32>(indices + n * 8) * step(source, EXAMPLE_BYTES)
    const change = load<u32>(indices + n * 8, 4)
    const image = x + n * step(block, X_IMAGE)
    const mirrored = (change & 1) != 0
    const right = change == 0 ? 0 : <i32>((change >> 8) & 255) - 128
    const down = change == 0 ? 0 : <i32>((change >> 16) & 255) - 128
    for (let r = 0; r < rows; r++) {
      let to = image + <usize>r * step(block, X_ROW)
      const fromRow = r - down
      if (change == 0) {
        let from = example + <usize>(r * floats) * size
        if (bytes) {
          for (let c = 0; c < columns; c++) {
            for (let k = 0; k < channels; k++) {
              store<f32>(to, load<f32>(levels + <usize>k * 1024 + <usize>load<u8>(from) * 4))
              from += 1
              to += 4
            }
          }
        } else memory.copy(to, from, <usize>floats * 4)
        continue
      }
      for (let c = 0; c < columns; c++) {
        const shifted = c - right
        const inside = fromRow >= 0 && fromRow < rows && shifted >= 0 && shifted < columns
        const column = mirrored ? columns - 1 - shifted : shifted
        let from = example + <usize>((fromRow * columns + column) * channels) * size
        for (let k = 0; k < channels; k++) {
          let value: f32 = 0
          if (inside) value = bytes ? load<f32>(levels + <usize>k * 1024 + <usize>load<u8>(from) * 4) : load<f32>(from)
          store<f32>(to, value)
          from += size
          to += 4
        }
      }
    }
  }
}
