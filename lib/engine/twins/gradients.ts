/** Twins of lib/engine/kernels/{gradients,pooled-gradients}.ts. */
import { readGeometry } from './geometry'
import type { Memory } from './memory'

const round = Math.fround
const padded = (length: number) => (length + 3) & ~3

export function weightGradient(
  memory: Memory,
  x: number,
  g: number,
  dw: number,
  geometry: number,
  count: number,
): void {
  const { f32 } = memory
  const s = readGeometry(memory, geometry, count)
  const runStep = padded(s.run)
  for (let c = 0; c < s.channels; c++) {
    for (let t = 0; t < s.tapRows; t++) {
      for (let k = 0; k < s.run; k++) {
        const to = (dw >> 2) + (c * s.tapRows + t) * runStep + k
        let sum = f32[to] as number
        for (let n = 0; n < s.images; n++) {
          for (let r = 0; r < s.rows; r++) {
            let from = (x >> 2) + n * s.xImage + r * s.xRow + t * s.tapRowStep + k
            let of = (g >> 2) + n * s.yImage + r * s.yRow + c
            for (let i = 0; i < s.columns; i++) {
              sum = round(sum + round((f32[of] as number) * (f32[from] as number)))
              from += s.xColumn
              of += s.yColumn
            }
          }
        }
        f32[to] = sum
      }
    }
  }
  clearRunTails(f32, dw, s.channels * s.tapRows, s.run)
}

function clearRunTails(f32: Float32Array, dw: number, runs: number, run: number): void {
  const step = padded(run)
  for (let i = 0; i < runs; i++) {
    for (let k = run; k < step; k++) f32[(dw >> 2) + i * step + k] = 0
  }
}

export function biasGradient(memory: Memory, g: number, db: number, geometry: number, count: number): void {
  const { f32 } = memory
  const s = readGeometry(memory, geometry, count)
  for (let c = 0; c < padded(s.channels); c++) {
    let sum = f32[(db >> 2) + c] as number
    for (let n = 0; n < s.images; n++) {
      for (let r = 0; r < s.rows; r++) {
        let of = (g >> 2) + n * s.yImage + r * s.yRow + c
        for (let i = 0; i < s.columns; i++) {
          sum = round(sum + (f32[of] as number))
          of += s.yColumn
        }
      }
    }
    f32[(db >> 2) + c] = sum
  }
}

/** Numbers of the block that starts at `start` in a run of `length`: 48 as long as they fit, then 16, then 4. */
function blockAt(length: number, start: number): number {
  const left = length - start
  return left >= 48 ? 48 : left >= 16 ? 16 : 4
}

export function pooledGradient(
  memory: Memory,
  x: number,
  g: number,
  places: number,
  list: number,
  w: number,
  dw: number,
  db: number,
  dx: number,
  needsInput: number,
  geometry: number,
  count: number,
): void {
  const { f32, i32 } = memory
  const s = readGeometry(memory, geometry, count)
  const cells = count * s.rows * s.columns
  const runStep = padded(s.run)
  const gradients = (list >> 2) + cells
  const delta = (dx - x) >> 2
  for (let c = 0; c < s.channels; c++) {
    let listed = 0
    let sum = f32[(db >> 2) + c] as number
    for (let i = 0; i < cells; i++) {
      const gradient = f32[(g >> 2) + i * s.channels + c] as number
      f32[gradients + listed] = gradient
      i32[(list >> 2) + listed] = i32[(places >> 2) + i * s.channels + c] as number
      if (gradient !== 0) listed++
      sum = round(sum + gradient)
    }
    f32[(db >> 2) + c] = sum
    for (let t = 0; t < s.tapRows; t++) {
      const row = t * s.tapRowStep
      const base = (c * s.tapRows + t) * runStep
      for (let i = 0; i < listed; i++) {
        const place = ((i32[(list >> 2) + i] as number) >> 2) + row
        const gradient = f32[gradients + i] as number
        for (let k = 0; k < runStep; k++) {
          const to = (dw >> 2) + base + k
          f32[to] = (f32[to] as number) + round(gradient * (f32[place + k] as number))
        }
      }
      if (needsInput === 0) continue
      // Windows overlap, so the order of these additions matters: block after block, place after place.
      for (let block = 0; block < runStep; block += blockAt(runStep, block)) {
        const end = block + blockAt(runStep, block)
        for (let i = 0; i < listed; i++) {
          const to = ((i32[(list >> 2) + i] as number) >> 2) + row + delta
          const gradient = f32[gradients + i] as number
          for (let k = block; k < end; k++) {
            f32[to + k] = (f32[to + k] as number) + round(gradient * (f32[(w >> 2) + base + k] as number))
          }
        }
      }
    }
  }
  clearRunTails(f32, dw, s.channels * s.tapRows, s.run)
}
