/** Twin of lib/engine/kernels/learnt.ts: a number that an activation learns. */
import { activationParameterSlope } from '../lanes/activation-table'
import { flush, mul } from '../lanes/vocabulary'
import { LaneSum } from './lane-sums'
import type { Memory } from './memory'
import { eachRow, readRows } from './rows-block'

export function copyNumber({ f32 }: Memory, from: number, to: number): void {
  f32[to >> 2] = f32[from >> 2] as number
}

export function activationParameterGradient(
  memory: Memory,
  settings: number,
  z: number,
  y: number,
  dy: number,
  gradient: number,
  block: number,
  count: number,
): void {
  const { f32, i32 } = memory
  const rows = readRows(memory, block)
  const id = i32[settings >> 2] as number
  const alpha = f32[(settings >> 2) + 2] as number
  const beta = f32[(settings >> 2) + 3] as number
  const total = new LaneSum()
  eachRow(rows, count, (a, b) => {
    const sum = new LaneSum()
    for (let i = 0; i < rows.rowFloats; i++) {
      const zi = f32[((z + a) >> 2) + i] as number
      const yi = f32[((y + b) >> 2) + i] as number
      const slope = activationParameterSlope(id, zi, yi, alpha, beta)
      sum.add(i, flush(mul(f32[((dy + b) >> 2) + i] as number, slope)))
    }
    total.addLanes(sum)
  })
  f32[gradient >> 2] = total.total
}
