/** Twins of lib/engine/kernels/pool.ts: pooling by maximum and by mean, any window and step. */
import type { Memory } from './memory'

const round = Math.fround

/** Fields of a pooling block, in the kernels' order; steps in floats. */
function readPooling({ i32 }: Memory, block: number) {
  const at = (field: number) => i32[(block >> 2) + field] as number
  return {
    rows: at(0),
    columns: at(1),
    channels: at(2),
    windowRows: at(3),
    windowColumns: at(4),
    xImage: at(5) >> 2,
    xRow: at(6) >> 2,
    xColumn: at(7) >> 2,
    xOutRow: at(8) >> 2,
    xOutColumn: at(9) >> 2,
    yImage: at(10) >> 2,
    yRow: at(11) >> 2,
    yColumn: at(12) >> 2,
  }
}

/** Calls `visit` for every output number: where its window starts in x, where it lies in y, and its running number. */
function eachOutput(
  memory: Memory,
  block: number,
  count: number,
  visit: (start: number, out: number, index: number) => void,
) {
  const p = readPooling(memory, block)
  let index = 0
  for (let n = 0; n < count; n++) {
    for (let r = 0; r < p.rows; r++) {
      for (let c = 0; c < p.columns; c++) {
        for (let k = 0; k < p.channels; k++) {
          const start = n * p.xImage + r * p.xOutRow + c * p.xOutColumn + k
          visit(start, n * p.yImage + r * p.yRow + c * p.yColumn + k, index++)
        }
      }
    }
  }
}

export function maxPool(memory: Memory, x: number, y: number, winners: number, block: number, count: number): void {
  const { f32, i32 } = memory
  const p = readPooling(memory, block)
  eachOutput(memory, block, count, (start, out, index) => {
    let at = start
    let best = f32[(x >> 2) + start] as number
    for (let i = 0; i < p.windowRows; i++) {
      for (let j = 0; j < p.windowColumns; j++) {
        const place = start + i * p.xRow + j * p.xColumn
        const value = f32[(x >> 2) + place] as number
        if (!(value > best || (Number.isNaN(value) && !Number.isNaN(best)))) continue
        best = value
        at = place
      }
    }
    f32[(y >> 2) + out] = best
    i32[(winners >> 2) + index] = at << 2
  })
}

export function maxPoolGradient(
  memory: Memory,
  dy: number,
  winners: number,
  dx: number,
  block: number,
  count: number,
): void {
  const { f32, i32 } = memory
  eachOutput(memory, block, count, (_start, out, index) => {
    const to = (dx + (i32[(winners >> 2) + index] as number)) >> 2
    f32[to] = (f32[to] as number) + (f32[(dy >> 2) + out] as number)
  })
}

export function averagePool(memory: Memory, x: number, y: number, scale: number, block: number, count: number): void {
  const { f32 } = memory
  const p = readPooling(memory, block)
  eachOutput(memory, block, count, (start, out) => {
    let sum = 0
    for (let i = 0; i < p.windowRows; i++) {
      for (let j = 0; j < p.windowColumns; j++) {
        sum = round(sum + (f32[(x >> 2) + start + i * p.xRow + j * p.xColumn] as number))
      }
    }
    f32[(y >> 2) + out] = sum * (f32[scale >> 2] as number)
  })
}

export function averagePoolGradient(
  memory: Memory,
  dy: number,
  dx: number,
  scale: number,
  block: number,
  count: number,
): void {
  const { f32 } = memory
  const p = readPooling(memory, block)
  eachOutput(memory, block, count, (start, out) => {
    const share = round((f32[(dy >> 2) + out] as number) * (f32[scale >> 2] as number))
    for (let i = 0; i < p.windowRows; i++) {
      for (let j = 0; j < p.windowColumns; j++) {
        const to = (dx >> 2) + start + i * p.xRow + j * p.xColumn
        f32[to] = (f32[to] as number) + share
      }
    }
  })
}
