/** Twin of lib/engine/kernels/dropout.ts: dropout, there and back, by counter-based random bits. */
import { flush } from '../lanes/vocabulary'
import { LIST_FIRST } from '../program/space'
import { counterBits } from '../random/counter'
import type { Memory } from './memory'
import { copyRows } from './rows'
import { eachPlace, readRows } from './rows-block'

const round = Math.fround

export function dropRows(
  memory: Memory,
  x: number,
  y: number,
  line: number,
  key: number,
  threshold: number,
  list: number,
  block: number,
  count: number,
): void {
  const first = memory.i32[(list >> 2) + LIST_FIRST] as number
  if (first < 0) {
    copyRows(memory, x, y, block, count)
    return
  }
  const { f32, i32 } = memory
  const rows = readRows(memory, block)
  const [factor, constant, dropped] = f32.subarray(line >> 2, (line >> 2) + 3) as unknown as [number, number, number]
  const keys = { high: i32[key >> 2] as number, low: i32[(key >> 2) + 1] as number }
  const firstIndex = first * rows.rows * rows.places * rows.channels
  eachPlace(rows, count, (a, b, place) => {
    for (let c = 0; c < rows.lanes; c++) {
      const bits = counterBits(keys, firstIndex + place * rows.channels + c)
      const kept = flush(round(round((f32[(x >> 2) + a + c] as number) * factor) + constant))
      f32[(y >> 2) + b + c] = bits < threshold >>> 0 ? dropped : kept
    }
  })
}
