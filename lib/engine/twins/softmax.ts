/** Twin of lib/engine/kernels/softmax.ts: softmax of each example's row of features, and its gradient. */
import { exp } from '../lanes/exp'
import { flush, larger } from '../lanes/vocabulary'
import { LaneSum } from './lane-sums'
import type { Memory } from './memory'
import { readRows } from './rows-block'

const round = Math.fround

export function softmax(memory: Memory, x: number, y: number, temperature: number, block: number, count: number): void {
  const { f32 } = memory
  const { aImage, bImage, lanes, channels } = readRows(memory, block)
  const t = f32[temperature >> 2] as number
  for (let n = 0; n < count; n++) {
    const from = (x + n * aImage) >> 2
    const to = (y + n * bImage) >> 2
    const best = [0, 1, 2, 3].map((lane) => {
      let largest = Number.NEGATIVE_INFINITY
      for (let c = lane; c < channels; c += 4) largest = larger(largest, f32[from + c] as number)
      return largest
    })
    const largest = best.reduce(larger)
    const sum = new LaneSum()
    for (let c = 0; c < channels; c++) {
      const e = exp(round(round((f32[from + c] as number) - largest) / t))
      f32[to + c] = e
      sum.add(c, e)
    }
    const { total } = sum
    for (let c = 0; c < channels; c++) f32[to + c] = flush(round((f32[to + c] as number) / total))
    f32.fill(0, to + channels, to + lanes)
  }
}

export function softmaxGradient(
  memory: Memory,
  y: number,
  dy: number,
  dx: number,
  temperature: number,
  block: number,
  count: number,
): void {
  const { f32 } = memory
  const { aImage, bImage, lanes } = readRows(memory, block)
  const t = f32[temperature >> 2] as number
  for (let n = 0; n < count; n++) {
    const at = (n * bImage) >> 2
    const to = (dx + n * aImage) >> 2
    const value = (c: number) => f32[(y >> 2) + at + c] as number
    const gradient = (c: number) => f32[(dy >> 2) + at + c] as number
    const products = new LaneSum()
    for (let c = 0; c < lanes; c++) products.add(c, round(gradient(c) * value(c)))
    const mean = products.total
    for (let c = 0; c < lanes; c++) {
      f32[to + c] = flush(round(round(value(c) * round(gradient(c) - mean)) / t))
    }
  }
}
