/** Twin of lib/engine/kernels/written.ts: activations written as expressions, on maps whose rows may lie apart. */
import { WRITTEN } from '../expressions/block-program'
import { runBlocks } from './blocks'
import type { Memory } from './memory'
import { activateRows, activationGradientRows } from './rows'
import { eachRow, readRows } from './rows-block'

/** Words of the settings block: addresses of the programs for f and for dy · f′. */
export const VALUE_PROGRAM = 4
export const SLOPE_PROGRAM = 5

export function writtenRows(
  memory: Memory,
  settings: number,
  scratch: number,
  x: number,
  y: number,
  block: number,
  count: number,
): void {
  if (memory.i32[settings >> 2] !== WRITTEN) {
    activateRows(memory, settings, x, y, block, count)
    return
  }
  const program = memory.i32[(settings >> 2) + VALUE_PROGRAM] as number
  const rows = readRows(memory, block)
  if (rows.rows === 0) {
    runBlocks(memory, program, scratch, x, y, y, y, rows.rowFloats * count)
    return
  }
  eachRow(rows, count, (a, b) => runBlocks(memory, program, scratch, x + a, y + b, y + b, y + b, rows.rowFloats))
}

export function writtenGradientRows(
  memory: Memory,
  settings: number,
  scratch: number,
  x: number,
  y: number,
  dy: number,
  dx: number,
  block: number,
  count: number,
): void {
  if (memory.i32[settings >> 2] !== WRITTEN) {
    activationGradientRows(memory, settings, x, y, dy, dx, block, count)
    return
  }
  const program = memory.i32[(settings >> 2) + SLOPE_PROGRAM] as number
  const rows = readRows(memory, block)
  if (rows.rows === 0) {
    runBlocks(memory, program, scratch, x, y, dy, dx, rows.rowFloats * count)
    return
  }
  eachRow(rows, count, (a, b) => {
    runBlocks(memory, program, scratch, x + a, y + b, dy + b, dx + a, rows.rowFloats)
  })
}
