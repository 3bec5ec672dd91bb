// Gradients of weights and biases of linear and convolution layers whose output gradient is dense.

import { gradientTile1x4, gradientTile1x8, gradientTile4x4, gradientTile4x8 } from './build/tiles'
import {
  CHANNELS, COLUMNS, field, ROWS, RUN, step, TAP_ROW_STEP, TAP_ROWS, X_COLUMN, X_IMAGE, X_ROW, Y_COLUMN, Y_IMAGE, Y_ROW,
} from './geometry'

/**
 * dw[channel, tap row, k] += Σ over images, rows, columns of g · x; dw is [channels, tapRows, run padded to 4]. What
 * lies behind a run is set to 0.
 */
export function weightGradient(x: usize, g: usize, dw: usize, geometry: usize, count: i32): void {
  let images = count
  let columns = field(geometry, COLUMNS)
  if (columns == 0) {
    columns = count
    images = 1
  }
  const rows = field(geometry, ROWS), tapRows = field(geometry, TAP_ROWS), run = field(geometry, RUN)
  const channels = field(geometry, CHANNELS)
  const tapRowStep = step(geometry, TAP_ROW_STEP)
  const xImage = step(geometry, X_IMAGE), xRow = step(geometry, X_ROW), xColumn = step(geometry, X_COLUMN)
  const gImage = step(geometry, Y_IMAGE), gRow = step(geometry, Y_ROW), gColumn = step(geometry, Y_COLUMN)
  const runBytes = (<usize>run * 4 + 15) & ~15
  const channelStep = <usize>tapRows * runBytes
  for (let n = 0; n < images; n++) {
    for (let r = 0; r < rows; r++) {
      const window = x + <usize>n * xImage + <usize>r * xRow
      const gradients = g + <usize>n * gImage + <usize>r * gRow
      for (let t = 0; t < tapRows; t++) {
        const from = window + <usize>t * tapRowStep
        let c = 0
        for (; c + 4 <= channels; c += 4) {
          const to = dw + <usize>c * channelStep + <usize>t * runBytes
          const at = gradients + <usize>c * 4
          let k: usize = 0
          for (; k + 16 < runBytes; k += 32) gradientTile4x8(from + k, xColumn, at, gColumn, columns, to + k, channelStep)
          if (k < runBytes) gradientTile4x4(from + k, xColumn, at, gColumn, columns, to + k, channelStep)
        }
        for (; c < channels; c++) {
          const to = dw + <usize>c * channelStep + <usize>t * runBytes
          const at = gradients + <usize>c * 4
          let k: usize = 0
          for (; k + 16 < runBytes; k += 32) gradientTile1x8(from + k, xColumn, at, gColumn, columns, to + k, channelStep)
          if (k < runBytes) gradientTile1x4(from + k, xColumn, at, gColumn, columns, to + k, channelStep)
        }
      }
    }
  }
  clearRunTails(dw, channels * tapRows, run)
}

/** Sets to 0 what lies between the end of each run and the next multiple of four. */
export function clearRunTails(dw: usize, runs: i32, run: i32): void {
  const padded = (run + 3) & ~3
  if (padded == run) return
  for (let i = 0; i < runs; i++) {
    for (let k = run; k < padded; k++) store<f32>(dw + (<usize>i * <usize>padded + <usize>k) * 4, 0)
  }
}

/** db[channel] += Σ over images, rows, columns of g. */
export function biasGradient(g: usize, db: usize, geometry: usize, count: i32): void {
  let images = count
  let columns = field(geometry, COLUMNS)
  if (columns == 0) {
    columns = count
    images = 1
  }
  const rows = field(geometry, ROWS)
  const gImage = step(geometry, Y_IMAGE), gRow = step(geometry, Y_ROW), gColumn = step(geometry, Y_COLUMN)
  const end = (<usize>field(geometry, CHANNELS) * 4 + 15) & ~15
  for (let c: usize = 0; c < end; c += 16) {
    let sum = v128.load(db + c)
    for (let n = 0; n < images; n++) {
      for (let r = 0; r < rows; r++) {
        let p = g + <usize>n * gImage + <usize>r * gRow + c
        for (let i = 0; i < columns; i++) {
          sum = f32x4.add(sum, v128.load(p))
          p += gColumn
        }
      }
    }
    v128.store(db + c, sum)
  }
}
