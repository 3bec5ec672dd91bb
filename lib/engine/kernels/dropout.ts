// Dropout, there and back, by counter-based random bits: lib/engine/random/counter.ts for four lanes at a time.
// Twin: lib/engine/twins/dropout.ts.

import { copyRows } from './core-rows'
import { field, step } from './geometry'
import { flush } from './lanes/vocabulary'
import { A_IMAGE, A_ROW, B_IMAGE, B_ROW, CHANNELS, LANES, PLACES, ROWS } from './rows-block'

/** In the header of a chunk's list: where in the batch its first example stands; negative outside a batch. */
const FIRST_PLACE: usize = 4

@inline
function mix(x: v128): v128 {
  let z = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 16)), i32x4.splat(0x7feb352d))
  z = i32x4.mul(v128.xor(z, i32x4.shr_u(z, 15)), i32x4.splat(0x846ca68b))
  return v128.xor(z, i32x4.shr_u(z, 16))
}

/**
 * y = x · line[0] + line[1], or line[2] where the number is dropped: where its random bits are below `threshold`. The
 * bits are those of its place in the batch, which the chunk's list of examples says; outside a batch nothing is dropped.
 * x lies as a, y as b, in rows of their own.
 */
export function dropRows(x: usize, y: usize, line: usize, key: usize, threshold: i32, list: usize, block: usize, count: i32): void {
  const first = load<i32>(list, FIRST_PLACE)
  if (first < 0) return copyRows(x, y, block, count)
  const rows = field(block, ROWS), places = field(block, PLACES), channels = field(block, CHANNELS)
  const bytes = <usize>field(block, LANES) * 4
  const factor = v128.load_splat<f32>(line), constant = v128.load_splat<f32>(line, 4), dropped = v128.load_splat<f32>(line, 8)
  const high = v128.load_splat<u32>(key), low = v128.load_splat<u32>(key, 4)
  const bound = i32x4.splat(threshold), four = i32x4.splat(4)
  let index = first * rows * places * channels
  for (let i = 0; i < count; i++) {
    for (let r: usize = 0; r < <usize>rows; r++) {
      let from = x + r * step(block, A_ROW), to = y + r * step(block, B_ROW)
      for (let p = 0; p < places; p++) {
        let at = i32x4.add(i32x4.splat(index), i32x4(0, 1, 2, 3))
        for (let c: usize = 0; c < bytes; c += 16) {
          const bits = mix(i32x4.add(mix(v128.xor(at, high)), low))
          const kept = flush(f32x4.add(f32x4.mul(v128.load(from + c), factor), constant))
          v128.store(to + c, v128.bitselect(dropped, kept, i32x4.lt_u(bits, bound)))
          at = i32x4.add(at, four)
        }
        index += channels
        from += bytes
        to += bytes
      }
    }
    x += step(block, A_IMAGE)
    y += step(block, B_IMAGE)
  }
}
