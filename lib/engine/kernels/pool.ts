// 2-D pooling that is not fused with a convolution: any window and step, maximum or mean.

import { field, step } from './geometry'

/** Fields of a pooling block. Steps are bytes; x and dx are laid out alike, y and dy as well. */
const ROWS: usize = 0
const COLUMNS: usize = 4
const CHANNELS: usize = 8
const WINDOW_ROWS: usize = 12
const WINDOW_COLUMNS: usize = 16
const X_IMAGE: usize = 20
const X_ROW: usize = 24
const X_COLUMN: usize = 28
const X_OUT_ROW: usize = 32
const X_OUT_COLUMN: usize = 36
const Y_IMAGE: usize = 40
const Y_ROW: usize = 44
const Y_COLUMN: usize = 48

/**
 * y = the window's largest number; `winners` [count, rows, columns, channels] gets its offset in bytes from x. Of equal
 * numbers the first in row order; NaN is larger than any number.
 */
export function maxPool(x: usize, y: usize, winners: usize, block: usize, count: i32): void {
  const rows = field(block, ROWS), columns = field(block, COLUMNS), cell = <usize>field(block, CHANNELS) * 4
  const windowRows = field(block, WINDOW_ROWS), windowColumns = field(block, WINDOW_COLUMNS)
  const xRow = step(block, X_ROW), xColumn = step(block, X_COLUMN)
  let to = winners
  for (let n: usize = 0; n < <usize>count; n++) {
    for (let r: usize = 0; r < <usize>rows; r++) {
      for (let c: usize = 0; c < <usize>columns; c++) {
        const start = n * step(block, X_IMAGE) + r * step(block, X_OUT_ROW) + c * step(block, X_OUT_COLUMN)
        const out = y + n * step(block, Y_IMAGE) + r * step(block, Y_ROW) + c * step(block, Y_COLUMN)
        for (let k: usize = 0; k < cell; k += 16) {
          let best = v128.load(x + start + k), at = i32x4.splat(<i32>start)
          for (let i: usize = 0; i < <usize>windowRows; i++) {
            let p = start + i * xRow
            for (let j = 0; j < windowColumns; j++) {
              const value = v128.load(x + p + k)
              const better = v128.or(f32x4.gt(value, best), v128.andnot(f32x4.ne(value, value), f32x4.ne(best, best)))
              best = v128.bitselect(value, best, better)
              at = v128.bitselect(i32x4.splat(<i32>p), at, better)
              p += xColumn
            }
          }
          v128.store(out + k, best)
          v128.store(to, i32x4.add(at, i32x4.add(i32x4.splat(<i32>k), i32x4(0, 4, 8, 12))))
          to += 16
        }
      }
    }
  }
}

/** dx[winner] += dy; dx was cleared before. */
export function maxPoolGradient(dy: usize, winners: usize, dx: usize, block: usize, count: i32): void {
  const rows = field(block, ROWS), columns = field(block, COLUMNS), cell = <usize>field(block, CHANNELS) * 4
  let from = winners
  for (let n: usize = 0; n < <usize>count; n++) {
    for (let r: usize = 0; r < <usize>rows; r++) {
      for (let c: usize = 0; c < <usize>columns; c++) {
        const out = dy + n * step(block, Y_IMAGE) + r * step(block, Y_ROW) + c * step(block, Y_COLUMN)
        for (let k: usize = 0; k < cell; k += 4) {
          const to = dx + <usize>load<u32>(from)
          store<f32>(to, load<f32>(to) + load<f32>(out + k))
          from += 4
        }
      }
    }
  }
}

/** y = the window's sum (in row order, from 0) × scale. */
export function averagePool(x: usize, y: usize, scale: usize, block: usize, count: i32): void {
  const rows = field(block, ROWS), columns = field(block, COLUMNS), cell = <usize>field(block, CHANNELS) * 4
  const windowRows = field(block, WINDOW_ROWS), windowColumns = field(block, WINDOW_COLUMNS)
  const factor = v128.load_splat<f32>(scale)
  for (let n: usize = 0; n < <usize>count; n++) {
    for (let r: usize = 0; r < <usize>rows; r++) {
      for (let c: usize = 0; c < <usize>columns; c++) {
        const start = x + n * step(block, X_IMAGE) + r * step(block, X_OUT_ROW) + c * step(block, X_OUT_COLUMN)
        const out = y + n * step(block, Y_IMAGE) + r * step(block, Y_ROW) + c * step(block, Y_COLUMN)
        for (let k: usize = 0; k < cell; k += 16) {
          let sum = f32x4.splat(0)
          for (let i: usize = 0; i < <usize>windowRows; i++) {
            let p = start + i * step(block, X_ROW) + k
            for (let j = 0; j < windowColumns; j++) {
              sum = f32x4.add(sum, v128.load(p))
              p += step(block, X_COLUMN)
            }
          }
          v128.store(out + k, f32x4.mul(sum, factor))
        }
      }
    }
  }
}

/** dx[place] += dy × scale over each window; dx was cleared before. */
export function averagePoolGradient(dy: usize, dx: usize, scale: usize, block: usize, count: i32): void {
  const rows = field(block, ROWS), columns = field(block, COLUMNS), cell = <usize>field(block, CHANNELS) * 4
  const windowRows = field(block, WINDOW_ROWS), windowColumns = field(block, WINDOW_COLUMNS)
  const factor = v128.load_splat<f32>(scale)
  for (let n: usize = 0; n < <usize>count; n++) {
    for (let r: usize = 0; r < <usize>rows; r++) {
      for (let c: usize = 0; c < <usize>columns; c++) {
        const start = dx + n * step(block, X_IMAGE) + r * step(block, X_OUT_ROW) + c * step(block, X_OUT_COLUMN)
        const out = dy + n * step(block, Y_IMAGE) + r * step(block, Y_ROW) + c * step(block, Y_COLUMN)
        for (let k: usize = 0; k < cell; k += 16) {
          const share = f32x4.mul(v128.load(out + k), factor)
          for (let i: usize = 0; i < <usize>windowRows; i++) {
            let p = start + i * step(block, X_ROW) + k
            for (let j = 0; j < windowColumns; j++) {
              v128.store(p, f32x4.add(v128.load(p), share))
              p += step(block, X_COLUMN)
            }
          }
        }
      }
    }
  }
}
