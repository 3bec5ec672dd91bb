/** Twins of lib/engine/kernels/winograd.ts: F(2 × 2, 3 × 3), Lavin & Gray 2015, arXiv:1509.09308. */
import { type Geometry, readGeometry } from './geometry'
import type { Memory } from './memory'
import { poolWindow, type Window } from './pool-window'

const round = Math.fround

/** Bᵀ d B of the 4 × 4 numbers from `start` on: 16 numbers into `v`. Indices count floats. */
function transformInput(f32: Float32Array, start: number, xRow: number, pixel: number, v: Float32Array): void {
  for (let c = 0; c < 4; c++) {
    const p = start + c * pixel
    const d0 = f32[p] as number
    const d1 = f32[p + xRow] as number
    const d2 = f32[p + 2 * xRow] as number
    const d3 = f32[p + 3 * xRow] as number
    v[c] = d0 - d2
    v[4 + c] = d1 + d2
    v[8 + c] = d2 - d1
    v[12 + c] = d1 - d3
  }
  for (let r = 0; r < 16; r += 4) {
    const a = v[r] as number
    const b = v[r + 1] as number
    const c = v[r + 2] as number
    const d = v[r + 3] as number
    v[r] = a - c
    v[r + 1] = b + c
    v[r + 2] = c - b
    v[r + 3] = b - d
  }
}

/** Aᵀ m A + bias: the tile's four places in row order. */
function transformOutput(m: Float32Array, bias: number, z: [number, number, number, number]): void {
  const sum = (c: number) => round(round((m[c] as number) + (m[4 + c] as number)) + (m[8 + c] as number))
  const difference = (c: number) => round(round((m[4 + c] as number) - (m[8 + c] as number)) - (m[12 + c] as number))
  const s1 = sum(1)
  const s2 = sum(2)
  const d1 = difference(1)
  const d2 = difference(2)
  z[0] = round(bias + round(round(sum(0) + s1) + s2))
  z[1] = round(bias + round(round(s1 - s2) - sum(3)))
  z[2] = round(bias + round(round(difference(0) + d1) + d2))
  z[3] = round(bias + round(round(d1 - d2) - difference(3)))
}

type Visit = (
  n: number,
  row: number,
  column: number,
  channel: number,
  from: number,
  z: [number, number, number, number],
) => void

/** Hands each tile's four sums, per channel, to `visit`. `u` is as packWinograd makes it. */
function eachTile({ f32 }: Memory, g: Geometry, x: number, u: number, bias: number, count: number, visit: Visit): void {
  const inner = g.run
  const v = new Float32Array(16)
  const transformed = new Float32Array(16 * inner)
  const m = new Float32Array(16)
  const z: [number, number, number, number] = [0, 0, 0, 0]
  const matrix = inner * g.channels
  for (let n = 0; n < count; n++) {
    for (let row = 0; row < g.rows; row++) {
      for (let column = 0; column < g.columns; column++) {
        const from = (x >> 2) + n * g.xImage + row * g.xRow + column * g.xColumn
        for (let i = 0; i < inner; i++) {
          transformInput(f32, from + i, g.tapRowStep, inner, v)
          for (let k = 0; k < 16; k++) transformed[k * inner + i] = v[k] as number
        }
        for (let c = 0; c < g.channels; c++) {
          const panel = c & ~7
          const width = Math.min(8, g.channels - panel)
          for (let k = 0; k < 16; k++) {
            let sum = 0
            let weight = (u >> 2) + k * matrix + panel * inner + (c - panel)
            for (let i = 0; i < inner; i++) {
              sum = round(sum + round((transformed[k * inner + i] as number) * (f32[weight] as number)))
              weight += width
            }
            m[k] = sum
          }
          transformOutput(m, f32[(bias >> 2) + c] as number, z)
          visit(n, row, column, c, from << 2, z)
        }
      }
    }
  }
}

export function winograd(
  memory: Memory,
  x: number,
  u: number,
  bias: number,
  y: number,
  _workspace: number,
  _zeros: number,
  geometry: number,
  count: number,
): void {
  const { f32 } = memory
  const g = readGeometry(memory, geometry, count)
  eachTile(memory, g, x, u, bias, count, (n, row, column, c, _from, z) => {
    const to = (y >> 2) + n * g.yImage + 2 * row * g.yRow + 2 * column * g.yColumn + c
    f32[to] = z[0]
    f32[to + g.yColumn] = z[1]
    f32[to + g.yRow] = z[2]
    f32[to + g.yRow + g.yColumn] = z[3]
  })
}

export function winogradPooled(
  memory: Memory,
  x: number,
  u: number,
  bias: number,
  activation: number,
  y: number,
  z: number,
  places: number,
  _workspace: number,
  _zeros: number,
  geometry: number,
  count: number,
): void {
  const g = readGeometry(memory, geometry, count)
  const window: Window = { z: [0, 0, 0, 0], x: [0, 0, 0, 0] }
  const below = 4 * g.tapRowStep
  const right = 4 * g.run
  eachTile(memory, g, x, u, bias, count, (n, row, column, c, from, sums) => {
    window.z = sums
    window.x = [from, from + right, from + below, from + below + right]
    const to = y + 4 * (n * g.yImage + row * g.yRow + column * g.yColumn + c)
    const compact = 4 * (((n * g.rows + row) * g.columns + column) * g.channels + c)
    poolWindow(memory, window, activation, to, z + compact, places + compact)
  })
}
