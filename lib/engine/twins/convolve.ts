/** Twins of lib/engine/kernels/convolve.ts: plain correlation, and correlation + activation + 2 × 2 max-pool. */
import { panelOf, readGeometry } from './geometry'
import type { Memory } from './memory'
import { poolWindow, type Window } from './pool-window'

const round = Math.fround

/** bias + Σ x · w over a window, tap row after tap row, along each run. All indices count floats. */
function correlate(
  f32: Float32Array,
  x: number,
  w: number,
  step: number,
  bias: number,
  tapRows: number,
  tapRowStep: number,
  run: number,
): number {
  let sum = bias
  let weight = w
  for (let t = 0; t < tapRows; t++) {
    const start = x + t * tapRowStep
    for (let k = 0; k < run; k++) {
      sum = round(sum + round((f32[start + k] as number) * (f32[weight] as number)))
      weight += step
    }
  }
  return sum
}

export function convolve(
  memory: Memory,
  x: number,
  w: number,
  bias: number,
  y: number,
  geometry: number,
  count: number,
): void {
  const { f32 } = memory
  const g = readGeometry(memory, geometry, count)
  for (let n = 0; n < g.images; n++) {
    for (let c = 0; c < g.channels; c++) {
      const { start, step } = panelOf(g, c)
      const b = f32[(bias >> 2) + c] as number
      for (let r = 0; r < g.rows; r++) {
        for (let i = 0; i < g.columns; i++) {
          const from = (x >> 2) + n * g.xImage + r * g.xRow + i * g.xColumn
          const to = (y >> 2) + n * g.yImage + r * g.yRow + i * g.yColumn + c
          f32[to] = correlate(f32, from, (w >> 2) + start, step, b, g.tapRows, g.tapRowStep, g.run)
        }
      }
    }
  }
}

export function convolvePooled(
  memory: Memory,
  x: number,
  w: number,
  bias: number,
  activation: number,
  y: number,
  z: number,
  places: number,
  geometry: number,
  pixel: number,
  count: number,
): void {
  const { f32 } = memory
  const g = readGeometry(memory, geometry, count)
  const window: Window = { z: [0, 0, 0, 0], x: [0, 0, 0, 0] }
  const offsets = [0, pixel, 4 * g.tapRowStep, 4 * g.tapRowStep + pixel]
  for (let n = 0; n < count; n++) {
    for (let c = 0; c < g.channels; c++) {
      const { start, step } = panelOf(g, c)
      const b = f32[(bias >> 2) + c] as number
      for (let r = 0; r < g.rows; r++) {
        for (let i = 0; i < g.columns; i++) {
          const from = x + 4 * (n * g.xImage + r * g.xRow + i * g.xColumn)
          for (let p = 0; p < 4; p++) {
            const at = from + (offsets[p] as number)
            window.x[p] = at
            window.z[p] = correlate(f32, at >> 2, (w >> 2) + start, step, b, g.tapRows, g.tapRowStep, g.run)
          }
          const to = y + 4 * (n * g.yImage + r * g.yRow + i * g.yColumn + c)
          const compact = 4 * (((n * g.rows + r) * g.columns + i) * g.channels + c)
          poolWindow(memory, window, activation, to, z + compact, places + compact)
        }
      }
    }
  }
}
