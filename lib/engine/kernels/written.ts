// Activations written as expressions, on maps whose rows may lie apart. Twin: lib/engine/twins/written.ts.

import { runBlocks } from './blocks'
import { activateRows, activationGradientRows } from './core-rows'
import { field, step } from './geometry'
import { A_IMAGE, A_ROW, B_IMAGE, B_ROW, ROW_FLOATS, ROWS } from './rows-block'

/** The id in the settings block by which programs do the work; any other stands for an activation with a name. */
const WRITTEN: i32 = -1
/** In the settings block: addresses of the programs for f and for dy · f′. */
const VALUE_PROGRAM: usize = 16
const SLOPE_PROGRAM: usize = 20

/** y = f(x); x lies as the block's a, y as its b. */
export function writtenRows(settings: usize, scratch: usize, x: usize, y: usize, block: usize, count: i32): void {
  if (load<i32>(settings) != WRITTEN) return activateRows(settings, x, y, block, count)
  const program = <usize>load<u32>(settings, VALUE_PROGRAM)
  const rows = field(block, ROWS), floats = field(block, ROW_FLOATS)
  if (rows == 0) return runBlocks(program, scratch, x, y, y, y, floats * count)
  for (let n = 0; n < count; n++) {
    for (let r: usize = 0; r < <usize>rows; r++) {
      const to = y + r * step(block, B_ROW)
      runBlocks(program, scratch, x + r * step(block, A_ROW), to, to, to, floats)
    }
    x += step(block, A_IMAGE)
    y += step(block, B_IMAGE)
  }
}

/** dx = dy · f′(x); x and dx lie as the block's a, y and dy as its b. */
export function writtenGradientRows(settings: usize, scratch: usize, x: usize, y: usize, dy: usize, dx: usize, block: usize, count: i32): void {
  if (load<i32>(settings) != WRITTEN) return activationGradientRows(settings, x, y, dy, dx, block, count)
  const program = <usize>load<u32>(settings, SLOPE_PROGRAM)
  const rows = field(block, ROWS), floats = field(block, ROW_FLOATS)
  if (rows == 0) return runBlocks(program, scratch, x, y, dy, dx, floats * count)
  const aRow = step(block, A_ROW), bRow = step(block, B_ROW)
  for (let n = 0; n < count; n++) {
    for (let r: usize = 0; r < <usize>rows; r++) {
      runBlocks(program, scratch, x + r * aRow, y + r * bRow, dy + r * bRow, dx + r * aRow, floats)
    }
    x += step(block, A_IMAGE)
    dx += step(block, A_IMAGE)
    y += step(block, B_IMAGE)
    dy += step(block, B_IMAGE)
  }
}
