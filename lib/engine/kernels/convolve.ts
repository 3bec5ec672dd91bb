// Correlation of a map with weights: convolution layers of any kernel and stride, linear layers (the examples are the
// columns, one tap row as long as the input), and the input gradients of both.

import { tile1x4, tile1x8, tile4x4, tile4x8, poolTile4, poolTile8 } from './build/tiles'
import {
  CHANNELS, COLUMNS, field, ROWS, RUN, step, TAP_ROW_STEP, TAP_ROWS, W_PANEL, W_STEP, W_TAIL_STEP,
  X_COLUMN, X_IMAGE, X_ROW, Y_COLUMN, Y_IMAGE, Y_ROW,
} from './geometry'

export function convolve(x: usize, w: usize, bias: usize, y: usize, geometry: usize, count: i32): void {
  let images = count
  let columns = field(geometry, COLUMNS)
  if (columns == 0) {
    columns = count
    images = 1
  }
  const rows = field(geometry, ROWS), tapRows = field(geometry, TAP_ROWS), run = field(geometry, RUN)
  const tapRowStep = step(geometry, TAP_ROW_STEP)
  const xImage = step(geometry, X_IMAGE), xRow = step(geometry, X_ROW), xColumn = step(geometry, X_COLUMN)
  const yImage = step(geometry, Y_IMAGE), yRow = step(geometry, Y_ROW), yColumn = step(geometry, Y_COLUMN)
  const wStep = step(geometry, W_STEP), wPanel = step(geometry, W_PANEL), wTail = step(geometry, W_TAIL_STEP)
  for (let n = 0; n < images; n++) {
    let panel = w, offset: usize = 0
    let left = field(geometry, CHANNELS)
    for (; left >= 8; left -= 8) {
      for (let r = 0; r < rows; r++) {
        let p = x + <usize>r * xRow
        let q = y + <usize>r * yRow + offset
        let c = columns
        for (; c >= 4; c -= 4) {
          tile4x8(p, p + xColumn, p + 2 * xColumn, p + 3 * xColumn, tapRows, tapRowStep, run, panel, wStep, bias + offset, q, yColumn)
          p += 4 * xColumn
          q += 4 * yColumn
        }
        for (; c > 0; c--) {
          tile1x8(p, tapRows, tapRowStep, run, panel, wStep, bias + offset, q, yColumn)
          p += xColumn
          q += yColumn
        }
      }
      panel += wPanel
      offset += 32
    }
    if (left > 0) {
      for (let r = 0; r < rows; r++) {
        let p = x + <usize>r * xRow
        let q = y + <usize>r * yRow + offset
        let c = columns
        for (; c >= 4; c -= 4) {
          tile4x4(p, p + xColumn, p + 2 * xColumn, p + 3 * xColumn, tapRows, tapRowStep, run, panel, wTail, bias + offset, q, yColumn)
          p += 4 * xColumn
          q += 4 * yColumn
        }
        for (; c > 0; c--) {
          tile1x4(p, tapRows, tapRowStep, run, panel, wTail, bias + offset, q, yColumn)
          p += xColumn
          q += yColumn
        }
      }
    }
    x += xImage
    y += yImage
  }
}

/**
 * Convolution of stride 1, activation and 2 × 2 max-pool in one pass: y gets the pooled outputs. For the way back, z
 * gets each winner's pre-activation and `places` the address of the winner's window in x; both are
 * [count, rows, columns, channels] without gaps. Rows and columns count pooled places; x's steps are those of two places.
 */
export function convolvePooled(x: usize, w: usize, bias: usize, activation: usize, y: usize, z: usize, places: usize, geometry: usize, pixel: i32, count: i32): void {
  const rows = field(geometry, ROWS), columns = field(geometry, COLUMNS)
  const tapRows = field(geometry, TAP_ROWS), run = field(geometry, RUN)
  const tapRowStep = step(geometry, TAP_ROW_STEP)
  const xImage = step(geometry, X_IMAGE), xRow = step(geometry, X_ROW), xColumn = step(geometry, X_COLUMN)
  const yImage = step(geometry, Y_IMAGE), yRow = step(geometry, Y_ROW), yColumn = step(geometry, Y_COLUMN)
  const wStep = step(geometry, W_STEP), wPanel = step(geometry, W_PANEL), wTail = step(geometry, W_TAIL_STEP)
  const right = <usize>pixel, below = tapRowStep
  const cell = <usize>field(geometry, CHANNELS) * 4
  for (let n = 0; n < count; n++) {
    let panel = w, offset: usize = 0
    let left = field(geometry, CHANNELS)
    for (; left >= 8; left -= 8) {
      let compact = offset
      for (let r = 0; r < rows; r++) {
        let p = x + <usize>r * xRow
        let q = y + <usize>r * yRow + offset
        for (let c = 0; c < columns; c++) {
          poolTile8(p, p + right, p + below, p + below + right, tapRows, tapRowStep, run, panel, wStep, bias + offset, activation, q, z + compact, places + compact)
          p += xColumn
          q += yColumn
          compact += cell
        }
      }
      panel += wPanel
      offset += 32
    }
    if (left > 0) {
      let compact = offset
      for (let r = 0; r < rows; r++) {
        let p = x + <usize>r * xRow
        let q = y + <usize>r * yRow + offset
        for (let c = 0; c < columns; c++) {
          poolTile4(p, p + right, p + below, p + below + right, tapRows, tapRowStep, run, panel, wTail, bias + offset, activation, q, z + compact, places + compact)
          p += xColumn
          q += yColumn
          compact += cell
        }
      }
    }
    x += xImage
    y += yImage
    const image = <usize>rows * <usize>columns * cell
    z += image
    places += image
  }
}
