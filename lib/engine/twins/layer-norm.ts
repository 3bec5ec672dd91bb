/** Twin of lib/engine/kernels/layer-norm.ts: each place of a map by the mean and variance of its channels. */
import { flush } from '../lanes/vocabulary'
import { LaneSum } from './lane-sums'
import type { Memory } from './memory'
import { eachPlace, readRows } from './rows-block'

const round = Math.fround

export function layerNorm(
  memory: Memory,
  x: number,
  y: number,
  scale: number,
  shift: number,
  epsilon: number,
  statistics: number,
  block: number,
  count: number,
): void {
  const { f32 } = memory
  const rows = readRows(memory, block)
  const { channels, lanes } = rows
  eachPlace(rows, count, (a, b, place) => {
    const from = (x >> 2) + a
    const to = (y >> 2) + b
    const sum = new LaneSum()
    for (let c = 0; c < channels; c++) sum.add(c, f32[from + c] as number)
    const mean = round(sum.total / channels)
    const squares = new LaneSum()
    for (let c = 0; c < channels; c++) {
      const d = round((f32[from + c] as number) - mean)
      squares.add(c, round(d * d))
    }
    const variance = round(squares.total / channels)
    const inverse = round(1 / round(Math.sqrt(round(variance + (f32[epsilon >> 2] as number)))))
    for (let c = 0; c < channels; c++) {
      const normal = round(round((f32[from + c] as number) - mean) * inverse)
      f32[to + c] = round(normal * (f32[(scale >> 2) + c] as number)) + (f32[(shift >> 2) + c] as number)
    }
    f32.fill(0, to + channels, to + lanes)
    f32[(statistics >> 2) + 2 * place] = mean
    f32[(statistics >> 2) + 2 * place + 1] = inverse
  })
}

export function layerNormParameterGradient(
  memory: Memory,
  x: number,
  dy: number,
  statistics: number,
  dscale: number,
  dshift: number,
  block: number,
  count: number,
): void {
  const { f32 } = memory
  const rows = readRows(memory, block)
  eachPlace(rows, count, (a, b, place) => {
    const mean = f32[(statistics >> 2) + 2 * place] as number
    const inverse = f32[(statistics >> 2) + 2 * place + 1] as number
    for (let c = 0; c < rows.lanes; c++) {
      const g = f32[(dy >> 2) + b + c] as number
      const normal = round(round((f32[(x >> 2) + a + c] as number) - mean) * inverse)
      const scaleAt = (dscale >> 2) + c
      const shiftAt = (dshift >> 2) + c
      f32[scaleAt] = (f32[scaleAt] as number) + round(g * normal)
      f32[shiftAt] = (f32[shiftAt] as number) + g
    }
  })
}

export function layerNormInputGradient(
  memory: Memory,
  x: number,
  dy: number,
  statistics: number,
  scale: number,
  dx: number,
  block: number,
  count: number,
): void {
  const { f32 } = memory
  const rows = readRows(memory, block)
  const { channels, lanes } = rows
  eachPlace(rows, count, (a, b, place) => {
    const mean = f32[(statistics >> 2) + 2 * place] as number
    const inverse = f32[(statistics >> 2) + 2 * place + 1] as number
    const slope = (c: number) => round((f32[(dy >> 2) + b + c] as number) * (f32[(scale >> 2) + c] as number))
    const normal = (c: number) => round(round((f32[(x >> 2) + a + c] as number) - mean) * inverse)
    const sum = new LaneSum()
    const products = new LaneSum()
    for (let c = 0; c < channels; c++) {
      sum.add(c, slope(c))
      products.add(c, round(slope(c) * normal(c)))
    }
    const ofG = round(sum.total / channels)
    const ofProduct = round(products.total / channels)
    const to = (dx >> 2) + a
    for (let c = 0; c < channels; c++) {
      const own = round(round(slope(c) - ofG) - round(normal(c) * ofProduct))
      f32[to + c] = flush(round(own * inverse))
    }
    f32.fill(0, to + channels, to + lanes)
  })
}
