// The way back through convolution + activation + 2 × 2 max-pool. One of four places has a gradient, and ReLU silences
// more: each channel's places with a gradient are listed, then both gradients walk the list.

import { listedGradient16, listedGradient3x12, listedGradient4, listedGradient24, listedScatter16, listedScatter4, listedScatter48 } from './build/tiles'
import { clearRunTails } from './gradients'
import { CHANNELS, COLUMNS, field, ROWS, RUN, step, TAP_ROW_STEP, TAP_ROWS } from './geometry'

/**
 * g and places are [count, rows, columns, channels] as convolvePooled left them. dw and db are added to; dx (laid out as
 * x; null where `x` is the network's input) gets the input's gradient added. `list` has room for two numbers a place.
 */
export function pooledGradient(x: usize, g: usize, places: usize, list: usize, w: usize, dw: usize, db: usize, dx: usize, needsInput: i32, geometry: usize, count: i32): void {
  const channels = field(geometry, CHANNELS), tapRows = field(geometry, TAP_ROWS), run = field(geometry, RUN)
  const tapRowStep = step(geometry, TAP_ROW_STEP)
  const cells = <usize>count * <usize>field(geometry, ROWS) * <usize>field(geometry, COLUMNS)
  const pixel = <usize>channels * 4
  const runBytes = (<usize>run * 4 + 15) & ~15
  const channelBytes = <usize>tapRows * runBytes
  const gradients = list + cells * 4
  const delta = dx - x
  for (let c: usize = 0; c < <usize>channels; c++) {
    let from = g + c * 4, at = places + c * 4
    let toPlace = list, toGradient = gradients
    let sum = load<f32>(db + c * 4)
    for (let i: usize = 0; i < cells; i++) {
      const gradient = load<f32>(from)
      store<f32>(toGradient, gradient)
      store<u32>(toPlace, load<u32>(at))
      const kept = <usize>(gradient != 0) << 2
      toPlace += kept
      toGradient += kept
      sum += gradient
      from += pixel
      at += pixel
    }
    store<f32>(db + c * 4, sum)
    // An image's three channels: short rows would each wait for the sum before.
    const short = tapRows == 3 && runBytes == 48
    if (short) listedGradient3x12(list, gradients, toPlace, tapRowStep, dw + c * channelBytes)
    for (let t: usize = 0; t < <usize>tapRows; t++) {
      const row = t * tapRowStep
      const base = c * channelBytes + t * runBytes
      let k: usize = short ? runBytes : 0
      for (; k + 96 <= runBytes; k += 96) listedGradient24(list, gradients, toPlace, row + k, dw + base + k)
      for (; k + 64 <= runBytes; k += 64) listedGradient16(list, gradients, toPlace, row + k, dw + base + k)
      for (; k < runBytes; k += 16) listedGradient4(list, gradients, toPlace, row + k, dw + base + k)
      if (needsInput == 0) continue
      k = 0
      for (; k + 192 <= runBytes; k += 192) listedScatter48(list, gradients, toPlace, delta + row + k, w + base + k)
      for (; k + 64 <= runBytes; k += 64) listedScatter16(list, gradients, toPlace, delta + row + k, w + base + k)
      for (; k < runBytes; k += 16) listedScatter4(list, gradients, toPlace, delta + row + k, w + base + k)
    }
  }
  clearRunTails(dw, channels * tapRows, run)
}
