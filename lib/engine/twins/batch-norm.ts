/** Twin of lib/engine/kernels/batch-norm.ts: each channel of a map by its mean and variance over a batch. */
import { flush } from '../lanes/vocabulary'
import type { Memory } from './memory'
import { eachRow, type RowsBlock, readRows } from './rows-block'

const round = Math.fround

/** Of each lane: its terms along a row, then row by row; a term is made of the floats at a and b of one place. */
function sumOfRows(rows: RowsBlock, count: number, term: (a: number, b: number, lane: number) => number): Float32Array {
  const total = new Float32Array(rows.lanes)
  const row = new Float32Array(rows.lanes)
  eachRow(rows, count, (a, b) => {
    row.fill(0)
    for (let p = 0; p < rows.places; p++) {
      const [atA, atB] = [(a >> 2) + p * rows.lanes, (b >> 2) + p * rows.lanes]
      for (let c = 0; c < rows.lanes; c++) row[c] = (row[c] as number) + term(atA + c, atB + c, c)
    }
    for (let c = 0; c < rows.lanes; c++) total[c] = (total[c] as number) + (row[c] as number)
  })
  return total
}

export function channelMoments(
  memory: Memory,
  x: number,
  mean: number,
  squares: number,
  block: number,
  count: number,
): void {
  const { f32 } = memory
  const rows = readRows(memory, block)
  const n = round(count * rows.rows * rows.places)
  const start = x >> 2
  const means = sumOfRows(rows, count, (a) => f32[start + a] as number).map((sum) => sum / n)
  f32.set(means, mean >> 2)
  const distances = sumOfRows(rows, count, (a, _b, c) => {
    const d = round((f32[start + a] as number) - (means[c] as number))
    return round(d * d)
  })
  f32.set(distances, squares >> 2)
}

export function mergeMoments(
  { f32 }: Memory,
  means: number,
  squares: number,
  partBytes: number,
  chunk: number,
  batch: number,
  places: number,
  mean: number,
  sum: number,
  lanes: number,
): void {
  for (let c = 0; c < lanes; c++) {
    let m = f32[(means >> 2) + c] as number
    let s = f32[(squares >> 2) + c] as number
    let part = c
    for (let done = chunk; done < batch; done += chunk) {
      part += partBytes >> 2
      const more = Math.min(chunk, batch - done)
      const weight = round(round(more) / round(done + more))
      const d = round((f32[(means >> 2) + part] as number) - m)
      m = round(m + round(d * weight))
      const apart = round(round(d * d) * round(round(done * places) * weight))
      s = round(round(s + (f32[(squares >> 2) + part] as number)) + apart)
    }
    f32[(mean >> 2) + c] = m
    f32[(sum >> 2) + c] = s
  }
}

export function inverseDeviation(
  { f32 }: Memory,
  squares: number,
  n: number,
  epsilon: number,
  inverse: number,
  lanes: number,
): void {
  for (let c = 0; c < lanes; c++) {
    const variance = round((f32[(squares >> 2) + c] as number) / round(n))
    f32[(inverse >> 2) + c] = 1 / round(Math.sqrt(round(variance + (f32[epsilon >> 2] as number))))
  }
}

export function standardise(
  memory: Memory,
  x: number,
  y: number,
  mean: number,
  inverse: number,
  scale: number,
  shift: number,
  block: number,
  count: number,
): void {
  const { f32 } = memory
  eachNumber(memory, block, count, (a, b, c) => {
    const normal = normalOf(memory, (x >> 2) + a, mean, inverse, c)
    f32[(y >> 2) + b] = round(normal * (f32[(scale >> 2) + c] as number)) + (f32[(shift >> 2) + c] as number)
  })
}

export function channelGradients(
  memory: Memory,
  x: number,
  dy: number,
  mean: number,
  inverse: number,
  dscale: number,
  dshift: number,
  block: number,
  count: number,
): void {
  const { f32 } = memory
  const rows = readRows(memory, block)
  const products = sumOfRows(rows, count, (a, b, c) =>
    round((f32[(dy >> 2) + b] as number) * normalOf(memory, (x >> 2) + a, mean, inverse, c)),
  )
  const gradients = sumOfRows(rows, count, (_a, b) => f32[(dy >> 2) + b] as number)
  f32.set(products, dscale >> 2)
  f32.set(gradients, dshift >> 2)
}

export function meanOfParts(
  { f32 }: Memory,
  parts: number,
  partBytes: number,
  partCount: number,
  n: number,
  mean: number,
  lanes: number,
): void {
  for (let c = 0; c < lanes; c++) {
    let total = f32[(parts >> 2) + c] as number
    for (let k = 1; k < partCount; k++) total = round(total + (f32[((parts + k * partBytes) >> 2) + c] as number))
    f32[(mean >> 2) + c] = total / round(n)
  }
}

export function standardiseGradient(
  memory: Memory,
  x: number,
  dy: number,
  mean: number,
  inverse: number,
  scale: number,
  ofProduct: number,
  ofGradient: number,
  dx: number,
  block: number,
  count: number,
): void {
  const { f32 } = memory
  eachNumber(memory, block, count, (a, b, c) => {
    const factor = round((f32[(scale >> 2) + c] as number) * (f32[(inverse >> 2) + c] as number))
    const shared = round(normalOf(memory, (x >> 2) + a, mean, inverse, c) * (f32[(ofProduct >> 2) + c] as number))
    const own = round(round((f32[(dy >> 2) + b] as number) - (f32[(ofGradient >> 2) + c] as number)) - shared)
    f32[(dx >> 2) + a] = flush(round(own * factor))
  })
}

export function blendStatistics(
  { f32 }: Memory,
  running: number,
  fresh: number,
  n: number,
  factors: number,
  lanes: number,
): void {
  const [kept, taken] = [f32[factors >> 2] as number, f32[(factors >> 2) + 1] as number]
  for (let c = 0; c < lanes; c++) {
    const more = round(round((f32[(fresh >> 2) + c] as number) / round(n)) * taken)
    f32[(running >> 2) + c] = flush(round(round((f32[(running >> 2) + c] as number) * kept) + more))
  }
}

/** x̂ of the number at float `at`, which belongs to lane c. */
function normalOf({ f32 }: Memory, at: number, mean: number, inverse: number, c: number): number {
  return round(round((f32[at] as number) - (f32[(mean >> 2) + c] as number)) * (f32[(inverse >> 2) + c] as number))
}

/** Calls `visit` for every number: how far, in floats, it lies from a's and from b's address, and its lane. */
function eachNumber(
  memory: Memory,
  block: number,
  count: number,
  visit: (a: number, b: number, lane: number) => void,
): void {
  const rows = readRows(memory, block)
  eachRow(rows, count, (a, b) => {
    for (let i = 0; i < rows.places * rows.lanes; i++) visit((a >> 2) + i, (b >> 2) + i, i % rows.lanes)
  })
}
